package org.mentoringroadmap.document.amendment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.attention.AttentionSource;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.WorkingDays;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers the order that amends an order on pairs, once pairs were made, changed or parted after it, and begins it when somebody
 * who forms pairs asks for it. Changes that come while a draft is under way go into that draft.
 */
@Service
@Transactional
public class OrderAmendments implements AttentionSource, PageAccess {
    private static final int DAYS = 10;

    /**
     * How it is asked for.
     *
     * @param item number of the activity that made the order which it amends; empty where none did
     * @param type kind of the amending order
     * @param due until when it should be signed
     * @param responsible who answered for the order answers for this one; the curator where nobody is named
     */
    public record Request(
            Programme programme,
            Optional<String> item,
            DocumentType type,
            LocalDateTime start,
            LocalDateTime due,
            Set<Role> responsible) {}

    private final OrderedPairs ordered;
    private final OrderAmendmentProcess process;
    private final DocumentRepository documents;
    private final MentorshipAccess access;
    private final Programmes programmes;
    private final ActivityKeys keys;
    private final ProgrammeLock lock;
    private final Clock clock;

    OrderAmendments(
            OrderedPairs ordered,
            OrderAmendmentProcess process,
            DocumentRepository documents,
            MentorshipAccess access,
            Programmes programmes,
            ActivityKeys keys,
            ProgrammeLock lock,
            Clock clock) {
        this.ordered = ordered;
        this.process = process;
        this.documents = documents;
        this.access = access;
        this.programmes = programmes;
        this.keys = keys;
        this.lock = lock;
        this.clock = clock;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of("/programmes/{id}/order-amendment", access::mayWrite);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attention> of(Long programmeId) {
        if (!access.mayWrite()) {
            return List.of();
        }
        int count = ordered.since(access.toRead(programmeId).id())
                .map(PairChanges::count)
                .orElse(0);
        return count == 0 || underWay(programmeId)
                ? List.of()
                : List.of(new Attention(
                        "attention.order-amendment", count, "", "/programmes/" + programmeId + "/order-amendment"));
    }

    /**
     * What has changed since the order on pairs; empty where there is no order in force.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required} for whoever does not form pairs
     * @throws ConflictException {@code mentorship.programme-completed}
     */
    @Transactional(readOnly = true)
    public Optional<PairChanges> changes(Long programmeId) {
        return ordered.since(access.toWrite(programmeId).id());
    }

    /** The amending order that has no number yet: it takes in what changes meanwhile. Empty while there is none. */
    @Transactional(readOnly = true)
    public Optional<Document> draft(Long programmeId) {
        return amending(access.toWrite(programmeId).id());
    }

    /** Whether an amending order is asked for and not signed yet. */
    @Transactional(readOnly = true)
    public boolean isUnderWay(Long programmeId) {
        return underWay(access.toWrite(programmeId).id());
    }

    private boolean underWay(Long programmeId) {
        return amending(programmeId).isPresent() || process.isStarting(programmeId);
    }

    private Optional<Document> amending(Long programmeId) {
        return documents.ofProgramme(programmeId).stream()
                .filter(Document::amends)
                .filter(order -> order.registration().isEmpty() && order.status() != DocumentStatus.CANCELLED)
                .findFirst();
    }

    /**
     * Begins the amending order: its draft is checked, approved and numbered as every order.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code mentorship.programme-completed}; {@code document.amendment-none} when the order names the
     *     pairs as they are; {@code document.amendment-begun}
     */
    public void begin(Long programmeId) {
        Programme programme = access.toWrite(programmeId);
        lock.acquire(programme.id());
        if (underWay(programme.id())) {
            throw new ConflictException("document.amendment-begun");
        }
        if (ordered.since(programme.id()).map(PairChanges::count).orElse(0) == 0) {
            throw new ConflictException("document.amendment-none");
        }
        process.start(programme);
    }

    /** The year has ended: an amending order without a number is closed without approval. */
    @Unguarded
    public void cancel(Long programmeId) {
        amending(programmeId).ifPresent(Document::cancel);
    }

    /**
     * What the process is to ask for.
     *
     * @param schoolId school in which the process starts
     * @throws NotFoundException {@code programme.unknown} when the programme is another school's
     * @throws ConflictException {@code document.amendment-none} when it has no order to amend
     */
    @Unguarded
    @Transactional(readOnly = true)
    public Request request(Long programmeId, String schoolId) {
        Programme programme = programmes.get(programmeId);
        if (!programme.schoolId().equals(schoolId)) {
            throw new NotFoundException("programme.unknown");
        }
        Document order = ordered.since(programmeId)
                .orElseThrow(() -> new ConflictException("document.amendment-none"))
                .order();
        LocalDate today = LocalDate.now(clock);
        return new Request(
                programme,
                order.activityKey().map(key -> keys.knownItem(programmeId, key)),
                order.type().amendment(),
                today.atTime(8, 0),
                WorkingDays.after(today, DAYS).atTime(18, 0),
                order.responsible().isEmpty() ? Set.of(Role.CURATOR) : order.responsible());
    }
}

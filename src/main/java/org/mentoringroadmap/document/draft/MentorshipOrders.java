package org.mentoringroadmap.document.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.MembersChanged;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.FollowUps;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps orders on pairs in step with the pairs: an order names nobody who is not in one, or may not be. Thirty pairs that
 * are made one after the other ask for one new version, and nobody who makes them waits for it.
 */
@Component
public class MentorshipOrders implements FollowUp {
    private static final String KIND = "pair-orders";

    private final DocumentRepository documents;
    private final DocumentFiles files;
    private final Drafts drafts;
    private final MemberDirectory memberDirectory;
    private final ProgrammeLock lock;
    private final FollowUps followUps;
    private final Clock clock;

    MentorshipOrders(
            DocumentRepository documents,
            DocumentFiles files,
            Drafts drafts,
            MemberDirectory memberDirectory,
            ProgrammeLock lock,
            FollowUps followUps,
            Clock clock) {
        this.documents = documents;
        this.files = files;
        this.drafts = drafts;
        this.memberDirectory = memberDirectory;
        this.lock = lock;
        this.followUps = followUps;
        this.clock = clock;
    }

    @EventListener
    void pairsChanged(MembersChanged changed) {
        if (undecided(changed.programmeId()).findAny().isPresent()) {
            followUps.request(KIND, changed.programmeId());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What nobody has decided on or edited is made anew; a director who reads meanwhile is told that there is a newer version. */
    @Override
    @Transactional
    public void run(Long programmeId) {
        lock.acquire(programmeId);
        undecided(programmeId).forEach(this::renew);
    }

    private Stream<Document> undecided(Long programmeId) {
        return documents.ofProgramme(programmeId).stream()
                .filter(Document::namesPairs)
                .filter(order -> DocumentStatus.UNDECIDED.contains(order.status()));
    }

    /** Makes a draft anew that has come back and that nobody has edited. */
    public void returned(Document document) {
        if (document.namesPairs() && isStale(document)) {
            renew(document);
        }
    }

    private void renew(Document order) {
        if (files.newest(order).kind() == DocumentVersion.Kind.GENERATED) {
            drafts.renew(order);
        }
    }

    /**
     * An order on pairs is about to be approved.
     *
     * @throws ConflictException {@code document.consent-missing} when somebody in a pair has no valid consent; {@code
     *     document.pairs-changed} when somebody came or left since the file was made
     */
    public void requireCurrent(Document document) {
        if (!document.namesPairs()) {
            return;
        }
        List<String> hindered = memberDirectory.hindered(document.programmeId(), LocalDate.now(clock));
        if (!hindered.isEmpty()) {
            throw new ConflictException("document.consent-missing", String.join(", ", hindered));
        }
        if (isStale(document)) {
            throw new ConflictException("document.pairs-changed");
        }
    }

    private boolean isStale(Document document) {
        return memberDirectory
                .changedAt(document.programmeId())
                .filter(files.newest(document).createdAt()::isBefore)
                .isPresent();
    }
}

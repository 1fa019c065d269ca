package org.mentoringroadmap.document.approval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentProcess;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The director's decisions from our pages; they complete the task of the process like Tasklist does. */
@Service
@Transactional
public class Inbox implements PageAccess {
    private static final String PAGE = "/inbox";

    private final Documents documents;
    private final DocumentDecisionRepository decisions;
    private final DocumentProcess process;
    private final Tasks tasks;
    private final CurrentUser user;

    Inbox(
            Documents documents,
            DocumentDecisionRepository decisions,
            DocumentProcess process,
            Tasks tasks,
            CurrentUser user) {
        this.documents = documents;
        this.decisions = decisions;
        this.process = process;
        this.tasks = tasks;
        this.user = user;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of(PAGE, () -> user.has(Role.DIRECTOR));
    }

    @Override
    public Map<String, LongSupplier> counts() {
        return Map.of(PAGE, this::count);
    }

    /** How many documents {@link #decidable} lists; 0 for everybody but the director. */
    @Transactional(readOnly = true)
    public long count() {
        List<String> waiting = documents.instancesOfInbox();
        Set<String> held = process.stopped(
                waiting.stream().filter(instance -> !instance.isEmpty()).collect(Collectors.toSet()));
        return waiting.stream().filter(instance -> !held.contains(instance)).count();
    }

    /** Of the documents that wait for the director: the last return of each that has come back once, by its id. */
    @Transactional(readOnly = true)
    public Map<Long, DocumentDecision> returnedBefore() {
        List<Long> waiting = documents.inbox().stream().map(Document::id).toList();
        return waiting.isEmpty()
                ? Map.of()
                : decisions.findByDocumentIdInAndKindOrderById(waiting, DocumentDecision.Kind.RETURNED).stream()
                        .collect(Collectors.toMap(
                                DocumentDecision::documentId, Function.identity(), (first, last) -> last));
    }

    /** Whether a failure holds a document before its next step, so that nobody can decide about it now. */
    @Transactional(readOnly = true)
    public boolean isStopped(Document document) {
        return document.registration().isEmpty() && process.isStopped(document);
    }

    /** Those about which the director can decide now. */
    @Transactional(readOnly = true)
    public List<Document> decidable() {
        return parted(false);
    }

    /** Those that would wait for the director had a failure not stopped them before that step. */
    @Transactional(readOnly = true)
    public List<Document> stopped() {
        return parted(true);
    }

    private List<Document> parted(boolean stopped) {
        List<Document> waiting = documents.inbox();
        Set<String> held = process.stopped(waiting.stream()
                .flatMap(document -> document.instanceId().stream())
                .collect(Collectors.toSet()));
        return waiting.stream()
                .filter(document -> document.instanceId().filter(held::contains).isPresent() == stopped)
                .toList();
    }

    /**
     * Decides about one document.
     *
     * @throws ForbiddenException {@code document.director}
     * @throws NotFoundException {@code document.unknown}
     * @throws UserInputException {@code document.decision}, {@code document.version-unsaid} when nobody says which version was
     *     read, {@code document.version-none} when it never had that one, {@code document.comment} or {@code document.blanks}
     * @throws ConflictException {@code document.not-waiting} when it does not wait for a decision, {@code
     *     document.moving} when it is just on its way there, {@code document.stopped} when a failure holds it, {@code
     *     document.replaced} when another file was read
     */
    public Document decide(Long id, DirectorInput entered) {
        requireDirector();
        Document document = documents.visible(id);
        Decision.parse(entered.decision());
        if (document.status() != DocumentStatus.REVIEW) {
            throw new ConflictException("document.not-waiting");
        }
        ReadVersion.requireKnown(document, entered.version());
        ReadVersion.requireNewest(document, entered.version());
        String task =
                document.instanceId().flatMap(process::decisionTask).orElseThrow(() -> process.hindrance(document));
        Map<String, Object> input = new HashMap<>();
        input.put("decision", entered.decision());
        input.put("comment", entered.comment());
        input.put("readVersion", entered.version());
        if (entered.despiteBlanks()) {
            input.put("despiteBlanks", true);
        }
        tasks.complete(task, input);
        return document;
    }

    /**
     * Approves several documents; all or none.
     *
     * @param read the documents, each with the number of the version that was offered to be read; null where nobody says
     * @param despiteBlanks whether all of them are to be approved though places of their files are blank
     * @throws UserInputException {@code document.none-chosen} when there is none, and as {@link #decide}
     * @throws ConflictException {@code document.changed-chosen} naming those that were decided or whose file was replaced
     *     since, and as {@link #decide}
     */
    public void approve(Map<Long, Integer> read, boolean despiteBlanks) {
        requireDirector();
        if (read.isEmpty()) {
            throw new UserInputException("document.none-chosen");
        }
        List<Document> chosen = read.keySet().stream().map(documents::visible).toList();
        chosen.forEach(document -> ReadVersion.requireKnown(document, read.get(document.id())));
        String changed = chosen.stream()
                .filter(document -> document.status() != DocumentStatus.REVIEW
                        || !Objects.equals(read.get(document.id()), document.lastVersion()))
                .map(document -> "«" + document.title() + "»")
                .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            throw new ConflictException("document.changed-chosen", changed);
        }
        read.forEach(
                (id, version) -> decide(id, new DirectorInput(Decision.APPROVE.id(), null, despiteBlanks, version)));
    }

    private void requireDirector() {
        if (!user.has(Role.DIRECTOR)) {
            throw new ForbiddenException("document.director");
        }
    }
}

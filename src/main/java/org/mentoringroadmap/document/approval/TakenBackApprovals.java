package org.mentoringroadmap.document.approval;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.activity.TakeBackRules;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentProcess;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.notification.NotificationKind;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An approval that was a slip. Until the document has its number it can be taken back: by whoever approved it within a
 * short time and without a word, afterwards by curator and director with a reason. The process then stands before the
 * director again. A number that was given cannot be taken back: the document is in force.
 */
@Service
@Transactional
public class TakenBackApprovals {
    private static final int MAX_REASON_LENGTH = 2000;
    private static final int MAX_RECENT = 20;

    private final Documents documents;
    private final DocumentDecisionRepository decisions;
    private final DocumentProcess process;
    private final Completeness completeness;
    private final TakeBackRules rules;
    private final DecisionNews news;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final Clock clock;

    TakenBackApprovals(
            Documents documents,
            DocumentDecisionRepository decisions,
            DocumentProcess process,
            Completeness completeness,
            TakeBackRules rules,
            DecisionNews news,
            CurrentUser user,
            Clock clock,
            AuditTrail trail) {
        this.documents = documents;
        this.decisions = decisions;
        this.process = process;
        this.completeness = completeness;
        this.rules = rules;
        this.news = news;
        this.user = user;
        this.clock = clock;
        this.trail = trail;
    }

    /** How many minutes one has to take back an approval of one's own. */
    public long minutes() {
        return rules.within().toMinutes();
    }

    /** Until when the acting account may take the approval back without a reason; empty where it may not. */
    @Transactional(readOnly = true)
    public Optional<LocalDateTime> freelyUntil(Document document) {
        return isOpen(document)
                ? document.approvedAt()
                        .filter(at -> document.approvedBy()
                                .filter(user.login()::equals)
                                .isPresent())
                        .flatMap(at -> rules.stillUntil(at, now()))
                : Optional.empty();
    }

    /** Whether the acting account may take the approval back with a reason. */
    @Transactional(readOnly = true)
    public boolean mayCorrect(Document document) {
        return isOpen(document) && (user.has(Role.CURATOR) || user.has(Role.DIRECTOR));
    }

    private static boolean isOpen(Document document) {
        return document.status() == DocumentStatus.APPROVED
                && document.registration().isEmpty()
                && document.kind().isApproved();
    }

    /**
     * Takes an approval back; the document waits for the director again.
     *
     * @param reason why; may be null within the time in which it can be taken back freely
     * @throws NotFoundException {@code document.unknown}
     * @throws ForbiddenException {@code document.take-back.forbidden}
     * @throws UserInputException {@code document.take-back.reason}, {@code document.comment-long}
     * @throws ConflictException {@code document.take-back.numbered}, {@code document.take-back.not-approved}; {@code
     *     document.moving} while the process is on its way, {@code document.stopped} when a failure holds it
     */
    public void takeBack(Long id, String reason) {
        Document document = documents.visible(id);
        String why = EnteredText.clean(reason);
        if (why != null && why.length() > MAX_REASON_LENGTH) {
            throw new UserInputException("document.comment-long", String.valueOf(MAX_REASON_LENGTH));
        }
        boolean freely = freelyUntil(document).isPresent();
        if (!freely && !user.has(Role.CURATOR) && !user.has(Role.DIRECTOR)) {
            throw new ForbiddenException("document.take-back.forbidden");
        }
        document.reopen();
        if (!freely && why == null) {
            throw new UserInputException("document.take-back.reason");
        }
        if (document.instanceId().filter(process::backToDecision).isEmpty()) {
            throw process.hindrance(document);
        }
        decisions.save(new DocumentDecision(document, DocumentDecision.Kind.TAKEN_BACK, 0, why, user.login(), now()));
        trail.record(AuditEvent.of(AuditAct.APPROVAL_TAKEN_BACK, id));
        news.tell(NotificationKind.APPROVAL_TAKEN_BACK, document, why);
    }

    /** The decisions about a document, the first one first; none for who only reads what has come of them. */
    @Transactional(readOnly = true)
    public List<DocumentDecision> history(Long documentId) {
        Document document = documents.visible(documentId);
        return documents.isWorkedOn(document) ? decisions.findByDocumentIdOrderById(documentId) : List.of();
    }

    /** What was blank in the file that a decision was about, in words for a person. */
    @Transactional(readOnly = true)
    public List<String> blanks(DocumentDecision decision) {
        return decision.blanks() == 0
                ? List.of()
                : completeness.told(
                        documents.get(decision.documentId()),
                        documents
                                .file(decision.documentId(), decision.version())
                                .content());
    }

    /** Documents that the acting account has approved and may still take back freely, the newest first. */
    @Transactional(readOnly = true)
    public List<Document> recent() {
        return decisions.approved(user.login(), rules.since(now()), Limit.of(MAX_RECENT));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}

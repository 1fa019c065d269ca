package org.mentoringroadmap.document.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.amendment.OrderedPairs;
import org.mentoringroadmap.document.draft.MentorshipOrders;
import org.mentoringroadmap.notification.NotificationKind;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a document from the check to the approval. Called when a task of its process is completed. */
@Service
@Transactional
public class Approvals {
    private static final int MAX_COMMENT_LENGTH = 2000;

    private final Documents documents;
    private final DocumentFiles files;
    private final ActivityOutcomes outcomes;
    private final MentorshipOrders pairOrders;
    private final OrderedPairs orderedPairs;
    private final Completeness completeness;
    private final DocumentDecisionRepository decisions;
    private final DecisionNews news;
    private final DocumentTexts texts;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final Clock clock;

    Approvals(
            Documents documents,
            DocumentFiles files,
            ActivityOutcomes outcomes,
            MentorshipOrders pairOrders,
            OrderedPairs orderedPairs,
            Completeness completeness,
            DocumentDecisionRepository decisions,
            DecisionNews news,
            DocumentTexts texts,
            CurrentUser user,
            Clock clock,
            AuditTrail trail) {
        this.documents = documents;
        this.files = files;
        this.outcomes = outcomes;
        this.pairOrders = pairOrders;
        this.orderedPairs = orderedPairs;
        this.completeness = completeness;
        this.decisions = decisions;
        this.news = news;
        this.texts = texts;
        this.user = user;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * The draft has been checked. A form is ready by that. If the director checked it, or it is one that its authors sign,
     * it is approved in the same step.
     *
     * @param input {@code done}, or {@code earlier} / {@code not-held} when the school has or needs no such document
     * @param despiteBlanks whether it is to be approved, where the director checked it, though places of its file are blank
     * @return whether it is approved already
     * @throws UserInputException what the outcome lacks; {@code document.blanks} where it would be approved
     * @throws ConflictException {@code document.consent-missing}, {@code document.pairs-changed}
     */
    public boolean submit(Long id, OutcomeInput input, boolean despiteBlanks) {
        Document document = documents.get(id);
        if (input.outcome() != Outcome.DONE) {
            close(document, input);
            return false;
        }
        if (document.kind().isPrintable() && document.instanceId().isPresent()) {
            close(document, new OutcomeInput(Outcome.DONE, LocalDate.now(clock), null, null, null));
            return false;
        }
        if (mayDecide(document) || document.kind().isSignedByItsAuthors()) {
            approve(document, despiteBlanks);
            return true;
        }
        pairOrders.requireCurrent(document);
        document.submit(user.login());
        return false;
    }

    /** Whether a document is a form, which is ready without approval. */
    public boolean isForm(Long id) {
        return documents.get(id).kind().isPrintable();
    }

    /** Whether people of the school must sign that they know a document. */
    public boolean isMadeKnown(Long id) {
        return documents.get(id).kind().madeKnown();
    }

    /** Whether {@link #submit} is the acting account's decision about the document. */
    public boolean decidesOnSubmit(Long id) {
        Document document = documents.get(id);
        return !document.kind().isPrintable() && mayDecide(document);
    }

    /**
     * Demands that whoever decides has read the newest version: says its number, or has made it.
     *
     * @param version number of the version that was read; empty where nobody says: then it is the one that was there when the
     *     decision was asked for
     * @param asked when it was asked for
     * @throws UserInputException {@code document.version-none} when the document never had the version that is said
     * @throws ConflictException {@code document.replaced}
     */
    public void requireRead(Long id, Optional<Integer> version, Instant asked) {
        Document document = documents.get(id);
        boolean own = user.login().equals(files.newest(document).createdBy());
        version.ifPresent(said -> ReadVersion.requireKnown(document, said));
        if (!own) {
            ReadVersion.requireNewest(document, version.orElseGet(() -> versionAt(document, asked)));
        }
    }

    private int versionAt(Document document, Instant moment) {
        LocalDateTime then = LocalDateTime.ofInstant(moment, clock.getZone());
        return files.all(document).stream()
                .filter(version -> !version.createdAt().isAfter(then))
                .mapToInt(DocumentVersion::no)
                .max()
                .orElse(0);
    }

    /**
     * The director decides.
     *
     * @param despiteBlanks whether it is to be approved though places of its file are blank
     * @throws ForbiddenException {@code document.director} for everybody else, whoever let them through
     * @throws UserInputException {@code document.comment} when it is given back without saying why; {@code
     *     document.blanks} when places of the file are blank and nobody has said that they may be
     * @throws ConflictException {@code document.consent-missing} when somebody whom an order on pairs names has withdrawn
     *     a consent since; {@code document.pairs-changed}
     */
    public void decide(Long id, Decision decision, String comment, boolean despiteBlanks) {
        Document document = documents.get(id);
        requireDirector(document);
        if (decision == Decision.APPROVE) {
            approve(document, despiteBlanks);
            news.tell(NotificationKind.DOCUMENT_APPROVED, document, null);
        } else {
            String why = comment(comment);
            document.giveBack(why, user.login(), now());
            record(document, DocumentDecision.Kind.RETURNED, 0, why);
            trail.record(AuditEvent.of(AuditAct.DOCUMENT_RETURNED, document.id()));
            pairOrders.returned(document);
            news.tell(NotificationKind.DOCUMENT_RETURNED, document, why);
        }
    }

    /**
     * Its authors have signed a protocol or a report, which nobody else approves.
     *
     * @param despiteBlanks whether it is to be signed though places of its file are blank
     * @throws UserInputException {@code document.blanks-number} when places of the file are blank and nobody has said that
     *     they may be
     */
    public void signedByAuthors(Document document, boolean despiteBlanks) {
        int blanks = completeness.requireForNumber(document, despiteBlanks);
        document.approve(user.login(), now());
        record(document, DocumentDecision.Kind.SIGNED, blanks, null);
        if (blanks > 0) {
            trail.record(AuditEvent.of(AuditAct.DOCUMENT_APPROVED_WITH_BLANKS, document.id())
                    .count(blanks));
        }
    }

    private void approve(Document document, boolean despiteBlanks) {
        pairOrders.requireCurrent(document);
        int blanks = completeness.require(document, despiteBlanks);
        document.approve(user.login(), now());
        orderedPairs.keep(document);
        record(document, DocumentDecision.Kind.APPROVED, blanks, null);
        trail.record(
                blanks == 0
                        ? AuditEvent.of(AuditAct.DOCUMENT_APPROVED, document.id())
                        : AuditEvent.of(AuditAct.DOCUMENT_APPROVED_WITH_BLANKS, document.id())
                                .count(blanks));
    }

    /**
     * It was signed on paper. What is blank in the file may have been filled in there by hand, so it does not stop what the
     * director has signed; it is written down with the decision.
     */
    public void signedOnPaper(Document document) {
        document.approve(user.login(), now());
        orderedPairs.keep(document);
        record(
                document,
                DocumentDecision.Kind.SIGNED_ON_PAPER,
                completeness.blanks(document).size(),
                null);
    }

    private void record(Document document, DocumentDecision.Kind kind, int blanks, String why) {
        decisions.save(new DocumentDecision(document, kind, blanks, why, user.login(), now()));
    }

    /**
     * The director closes it without approval: the school has the document already, or needs none.
     *
     * @throws ForbiddenException {@code document.director}
     * @throws UserInputException what the outcome lacks
     */
    public void closeByDirector(Long id, OutcomeInput input) {
        Document document = documents.get(id);
        requireDirector(document);
        close(document, input);
    }

    /** Marks a document as closed without approval; repeated it changes nothing. */
    public void cancel(Long id) {
        documents.get(id).cancel();
    }

    /**
     * Everybody concerned has signed the acknowledgement sheet.
     *
     * @throws UserInputException {@code document.acknowledged}, {@code document.known-date},
     *     {@code document.date-future} or {@code document.known-early}
     */
    public void madeKnown(Long id, boolean acknowledged, Optional<LocalDate> day) {
        Document document = documents.get(id);
        if (!acknowledged) {
            throw new UserInputException("document.acknowledged");
        }
        LocalDate date = day.orElseThrow(() -> new UserInputException("document.known-date"));
        if (date.isAfter(LocalDate.now(clock))) {
            throw new UserInputException("document.date-future");
        }
        if (document.date() != null && date.isBefore(document.date())) {
            throw new UserInputException("document.known-early");
        }
        document.madeKnown(date);
    }

    private void close(Document document, OutcomeInput input) {
        orderedPairs.closed(document);
        if (document.isPart() && input.outcome() == Outcome.EARLIER) {
            document.replacedByEarlier(input.checked(LocalDate.now(clock)).number());
        }
        // An activity is not held without its part, and goes on with one that there was before.
        Optional<String> ended = document.isPart() && input.outcome() == Outcome.NOT_HELD
                ? document.activityKey()
                : document.endedActivity();
        ended.ifPresentOrElse(
                item -> outcomes.record(document.programmeId(), item, input),
                () -> recordClosed(document, input.checked(LocalDate.now(clock))));
    }

    /** An activity that goes on keeps nothing of it, and yet somebody will ask why there is no document. */
    private void recordClosed(Document document, OutcomeInput input) {
        String why = input.outcome() == Outcome.EARLIER
                ? texts.text("document.decision.earlier", input.number(), texts.shortDate(input.date()))
                : input.note();
        record(document, DocumentDecision.Kind.CLOSED, 0, why);
    }

    private boolean mayDecide(Document document) {
        return user.has(Role.DIRECTOR) && user.sees(document.schoolId());
    }

    private void requireDirector(Document document) {
        if (!mayDecide(document)) {
            throw new ForbiddenException("document.director");
        }
    }

    private static String comment(String comment) {
        String text = comment == null ? "" : comment.strip();
        if (text.isEmpty()) {
            throw new UserInputException("document.comment");
        }
        if (text.length() > MAX_COMMENT_LENGTH) {
            throw new UserInputException("document.comment-long", String.valueOf(MAX_COMMENT_LENGTH));
        }
        return text;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}

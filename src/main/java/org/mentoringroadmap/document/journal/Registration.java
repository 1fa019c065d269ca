package org.mentoringroadmap.document.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.JournalEntry;
import org.mentoringroadmap.document.JournalEntryRepository;
import org.mentoringroadmap.document.JournalNumber;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.document.content.CouncilAcceptance;
import org.mentoringroadmap.document.word.DocumentStamp;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives documents number and date, prints both into the approved file and freezes it with its hash. */
@Service
@Transactional
public class Registration {
    private static final int MAX_NUMBER_LENGTH = 50;
    private static final int EARLIEST_YEAR = 2000;

    private final Documents documents;
    private final DocumentRepository repository;
    private final JournalEntryRepository entries;
    private final Journals journals;
    private final Approvals approvals;
    private final DocumentFiles files;
    private final CouncilAcceptance council;
    private final OrderApproval orders;
    private final ActivityOutcomes outcomes;
    private final DocumentTexts texts;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final Clock clock;

    Registration(
            Documents documents,
            DocumentRepository repository,
            JournalEntryRepository entries,
            Journals journals,
            Approvals approvals,
            DocumentFiles files,
            CouncilAcceptance council,
            OrderApproval orders,
            ActivityOutcomes outcomes,
            DocumentTexts texts,
            CurrentUser user,
            Clock clock,
            AuditTrail trail) {
        this.documents = documents;
        this.repository = repository;
        this.entries = entries;
        this.journals = journals;
        this.approvals = approvals;
        this.files = files;
        this.council = council;
        this.orders = orders;
        this.outcomes = outcomes;
        this.texts = texts;
        this.user = user;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * Offers a document the number that fits it next in the present year, and offers this number to no other document
     * while it waits. Asked again it answers the same, unless the number was given to another one meanwhile.
     */
    public String suggest(Long documentId) {
        return journals.offer(documents.get(documentId), LocalDate.now(clock).getYear())
                .text();
    }

    /**
     * Registers a document that is approved; a protocol or a report, which its authors sign, is approved by that. The
     * activity is done with it. Said again with the same number and date it changes nothing.
     *
     * @param despiteBlanks whether a protocol or a report is to get its number though places of its file are blank
     * @throws UserInputException {@code document.blanks-number}, {@code document.number} with a suggestion, {@code document.number-long}, {@code
     *     document.date-missing}, {@code document.date-future} or {@code document.date-old}
     * @throws ConflictException {@code document.number-taken} with a free number; {@code document.not-approved}; {@code
     *     document.frozen}
     */
    public void register(Long documentId, Optional<String> number, Optional<LocalDate> date, boolean despiteBlanks) {
        Document document = documents.get(documentId);
        boolean signs = document.kind().isSignedByItsAuthors()
                && document.isWaiting()
                && document.status() != DocumentStatus.APPROVED;
        if (!signs && document.status() != DocumentStatus.APPROVED) {
            throw new ConflictException("document.not-approved");
        }
        JournalNumber checked = check(document, number, date);
        if (document.registration()
                .filter(entry -> says(entry, checked, date.get()))
                .isPresent()) {
            return;
        }
        if (signs) {
            approvals.signedByAuthors(document, despiteBlanks);
        }
        enter(document, checked, date.get(), false);
    }

    /**
     * Checks number and date without storing anything.
     *
     * @throws UserInputException as {@link #register}
     */
    JournalNumber check(Document document, Optional<String> number, Optional<LocalDate> date) {
        LocalDate today = LocalDate.now(clock);
        int year =
                date.filter(day -> day.getYear() >= EARLIEST_YEAR).orElse(today).getYear();
        String text =
                number.map(String::strip).filter(given -> !given.isEmpty()).orElseThrow(() -> missing(document, year));
        if (text.length() > MAX_NUMBER_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw new UserInputException("document.number-long", String.valueOf(MAX_NUMBER_LENGTH));
        }
        LocalDate day = date.orElseThrow(() -> new UserInputException("document.date-missing"));
        if (day.isAfter(today)) {
            throw new UserInputException("document.date-future");
        }
        if (day.getYear() < EARLIEST_YEAR) {
            throw new UserInputException("document.date-old");
        }
        JournalNumber read = journals.read(document.schoolId(), document.kind().register(), text);
        if (read.key().isEmpty()) {
            throw missing(document, year);
        }
        boolean itself =
                document.registration().filter(entry -> says(entry, read, day)).isPresent();
        if (!itself && journals.isTaken(document, year, read)) {
            throw taken(document, read, year);
        }
        return read;
    }

    /** Stores number and date and the file that carries them; the database decides a race. */
    void enter(Document document, JournalNumber number, LocalDate date, boolean onPaper) {
        // Found now: after a refused insert PostgreSQL answers no more questions in this transaction.
        ConflictException taken = taken(document, number, date.getYear());
        boolean leaps = journals.leaps(document, number, date.getYear());
        byte[] approved = files.content(files.newest(document)).content();
        byte[] stamped = orders.stamp(
                document,
                council.stamp(document, date, DocumentStamp.stamp(approved, number.text(), texts.date(date))));
        try {
            document.register(entries.saveAndFlush(
                    new JournalEntry(document, number, date, onPaper, sha256(stamped), user.login(), now())));
            files.add(document, DocumentVersion.Kind.FINAL, stamped, files.finalName(document, number.text(), date));
            repository.flush();
        } catch (DataIntegrityViolationException e) {
            throw taken;
        } catch (OptimisticLockingFailureException e) {
            throw new ConflictException("document.meanwhile");
        }
        trail.record(AuditEvent.of(AuditAct.DOCUMENT_REGISTERED, document.id()).fact("how", onPaper ? "paper" : null));
        if (leaps) {
            journals.forgetFreed(document, date.getYear());
        }
        orders.stampWhatItApproves(document);
        document.endedActivity().ifPresent(item -> done(document, item, number.text(), date));
    }

    /** The activity is done; what was said about an event before stays. */
    private void done(Document document, String item, String number, LocalDate date) {
        var before = outcomes.find(document.programmeId(), item).filter(record -> record.outcome() == Outcome.DONE);
        outcomes.record(
                document.programmeId(),
                item,
                new OutcomeInput(
                        Outcome.DONE,
                        before.flatMap(record -> record.date()).orElse(date),
                        number,
                        before.flatMap(record -> record.note()).orElse(null),
                        before.flatMap(record -> record.link()).orElse(null)));
    }

    private ConflictException taken(Document document, JournalNumber number, int year) {
        return new ConflictException(
                "document.number-taken",
                number.text(),
                String.valueOf(year),
                journals.suggestInsteadOf(number, document, year).text());
    }

    private UserInputException missing(Document document, int year) {
        return new UserInputException(
                "document.number", journals.suggest(document, year).text());
    }

    private static boolean says(JournalEntry entry, JournalNumber number, LocalDate date) {
        return entry.number().equals(number.text()) && entry.date().equals(date);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JVM", e);
        }
    }
}

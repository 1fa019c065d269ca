package org.mentoringroadmap.document.journal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentProcess;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.JournalEntry;
import org.mentoringroadmap.document.JournalNumber;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.document.approval.Completeness;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.FileType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** «Подписано на бумаге»: the director signed before the document had passed its way here. */
@Service
@Transactional
public class PaperSignatures implements PageAccess {
    /** So many scans are kept of one paper: a long one comes in parts. */
    private static final int MAX_SCANS = 20;

    private static final Role[] CLERKS = {Role.CURATOR, Role.SECRETARY};

    private final Documents documents;
    private final Approvals approvals;
    private final Registration registration;
    private final Completeness completeness;
    private final Journals journals;
    private final DocumentFiles files;
    private final DocumentProcess process;
    private final CurrentUser user;
    private final Clock clock;

    PaperSignatures(
            Documents documents,
            Approvals approvals,
            Registration registration,
            Completeness completeness,
            Journals journals,
            DocumentFiles files,
            DocumentProcess process,
            CurrentUser user,
            Clock clock) {
        this.documents = documents;
        this.approvals = approvals;
        this.registration = registration;
        this.completeness = completeness;
        this.journals = journals;
        this.files = files;
        this.process = process;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of("/documents/paper", this::isAllowed);
    }

    /** Whether the acting account may enter signatures. */
    @Transactional(readOnly = true)
    public boolean isAllowed() {
        return Arrays.stream(CLERKS).anyMatch(user::has);
    }

    /**
     * The documents that wait for a signature, each with a suggested number; no number is suggested twice.
     *
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Map<Document, String> waiting() {
        user.require(CLERKS);
        int year = LocalDate.now(clock).getYear();
        Map<Document, String> suggestions = new LinkedHashMap<>();
        journals.suggest(documents.waiting(), year)
                .forEach((document, number) -> suggestions.put(document, number.text()));
        return suggestions;
    }

    /**
     * Stores numbers, dates and scans, freezes the documents and lets their processes go on; all lines or none.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws UserInputException {@code document.paper-none}
     * @throws PaperSignaturesRejected with every wrong line
     */
    public void sign(List<PaperSignature> lines) {
        user.require(CLERKS);
        if (lines.isEmpty()) {
            throw new UserInputException("document.paper-none");
        }
        Map<Long, UserInputException> problems = new LinkedHashMap<>();
        Set<String> given = new HashSet<>();
        for (PaperSignature line : lines) {
            try {
                check(line, given);
            } catch (UserInputException e) {
                problems.put(line.documentId(), e);
            }
        }
        if (!problems.isEmpty()) {
            throw new PaperSignaturesRejected(problems);
        }
        lines.forEach(this::store);
    }

    private void check(PaperSignature line, Set<String> given) {
        Document document = documents.visible(line.documentId());
        if (!document.isWaiting()) {
            throw new ConflictException("document.frozen");
        }
        Optional<LocalDate> date = date(line);
        JournalNumber number = registration.check(document, Optional.ofNullable(line.number()), date);
        String entry = String.join(
                "/",
                document.schoolId(),
                document.kind().register(),
                String.valueOf(date.get().getYear()),
                number.key());
        if (!given.add(entry)) {
            throw new ConflictException("document.number-twice", number.text());
        }
        line.optionalScan().ifPresent(PaperSignature.Scan::type);
        if (document.kind().isSignedByItsAuthors() && document.status() != DocumentStatus.APPROVED) {
            completeness.requireForNumber(document, line.despiteBlanks());
        }
    }

    private void store(PaperSignature line) {
        try {
            Document document = documents.visible(line.documentId());
            LocalDate date = date(line).orElseThrow();
            JournalNumber number = registration.check(document, Optional.of(line.number()), Optional.of(date));
            if (document.status() != DocumentStatus.APPROVED) {
                approvals.signedOnPaper(document);
            }
            registration.enter(document, number, date, true);
            line.optionalScan().ifPresent(scan -> addScan(document, scan, number.text(), date));
            if (document.instanceId()
                    .filter(instance -> !process.signedOnPaper(instance, number.text(), date.toString()))
                    .isPresent()) {
                throw process.hindrance(document);
            }
        } catch (UserInputException e) {
            throw new PaperSignaturesRejected(Map.of(line.documentId(), e));
        }
    }

    /** Whether the acting account may keep a scan of the signed paper beside this document. */
    @Transactional(readOnly = true)
    public boolean mayScan(Document document) {
        return isAllowed() && document.registration().isPresent();
    }

    /**
     * Keeps a scan of a paper that is in force: what was approved and numbered here is printed and signed all the same.
     *
     * @throws NotFoundException {@code document.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws UserInputException {@code document.scan-missing} for null, {@code document.scan-type}, {@code
     *     document.scan-large}
     * @throws ConflictException {@code document.scan-early} before it has its number, {@code document.scan-many}
     */
    public void keepScan(Long documentId, PaperSignature.Scan scan) {
        user.require(CLERKS);
        Document document = documents.visible(documentId);
        JournalEntry entry = document.registration().orElseThrow(() -> new ConflictException("document.scan-early"));
        if (scan == null) {
            throw new UserInputException("document.scan-missing");
        }
        long kept = files.all(document).stream()
                .filter(version -> version.kind() == DocumentVersion.Kind.SCAN)
                .count();
        if (kept >= MAX_SCANS) {
            throw new ConflictException("document.scan-many", MAX_SCANS);
        }
        addScan(document, scan, entry.number(), entry.date());
    }

    private void addScan(Document document, PaperSignature.Scan scan, String number, LocalDate date) {
        FileType type = scan.type();
        String name = files.finalName(document, number, date).replaceFirst("docx$", type.extension());
        files.add(document, DocumentVersion.Kind.SCAN, scan.content(), name, type.contentType());
    }

    private static Optional<LocalDate> date(PaperSignature line) {
        if (line.date() == null || line.date().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(line.date().strip()));
        } catch (DateTimeException e) {
            throw new UserInputException("input.date", line.date());
        }
    }
}

package org.mentoringroadmap.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.storage.StoredFile;
import org.mentoringroadmap.storage.StoredFiles;
import org.springframework.stereotype.Component;

/** Keeps the files of documents under names that a person understands in a folder of downloads. */
@Component
public class DocumentFiles {
    /** Media type of a Word file. */
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int MAX_NAME_LENGTH = 150;

    private final DocumentVersionRepository versions;
    private final StoredFiles files;
    private final Programmes programmes;
    private final CurrentUser user;
    private final DocumentTexts texts;
    private final Clock clock;

    DocumentFiles(
            DocumentVersionRepository versions,
            StoredFiles files,
            Programmes programmes,
            CurrentUser user,
            DocumentTexts texts,
            Clock clock) {
        this.versions = versions;
        this.files = files;
        this.programmes = programmes;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    /** Adds a version in Word's format. */
    public DocumentVersion add(Document document, DocumentVersion.Kind kind, byte[] docx, String name) {
        return add(document, kind, docx, name, DOCX);
    }

    /** Adds a version; earlier ones stay. */
    public DocumentVersion add(Document document, DocumentVersion.Kind kind, byte[] content, String name, String type) {
        return versions.save(new DocumentVersion(
                document,
                kind,
                files.save(document.schoolId(), name, type, content),
                name,
                user.login(),
                LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)));
    }

    /** The newest version that is a Word file. */
    public DocumentVersion newest(Document document) {
        return versions.findFirstByDocumentIdAndKindNotOrderByNoDesc(document.id(), DocumentVersion.Kind.SCAN)
                .orElseThrow(() -> new IllegalStateException("Document without a file: " + document.id()));
    }

    /** All versions of a document, the newest first. */
    public List<DocumentVersion> all(Document document) {
        return versions.findByDocumentIdOrderByNoDesc(document.id());
    }

    /** Takes a version away with its file; the numbers of the others stay. */
    public void remove(DocumentVersion version) {
        versions.delete(version);
        versions.flush();
        files.delete(version.fileId());
    }

    /** Content of a version. */
    public StoredFile content(DocumentVersion version) {
        return files.get(version.fileId());
    }

    /** «Приказ о назначении куратора 2025-2026 (проект).docx»; a form is no draft. */
    public String draftName(Document document) {
        return name(texts.text(
                document.kind().isPrintable() ? "document.file.form" : "document.file.draft",
                kind(document),
                programmes.get(document.programmeId()).schoolYear().text()));
    }

    /** «Приказ о назначении куратора № 42-ОД от 14.08.2025.docx». */
    public String finalName(Document document, String number, LocalDate date) {
        return name(texts.text("document.file.final", kind(document), number, texts.shortDate(date)));
    }

    private String kind(Document document) {
        String own = texts.find("document.file." + document.kind().id());
        String kind = own == null ? document.title() : own;
        return kind.length() <= MAX_NAME_LENGTH
                ? kind
                : kind.substring(0, MAX_NAME_LENGTH).strip();
    }

    /** Without what Windows refuses in a file name. */
    private static String name(String text) {
        return text.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-")
                        .replace("«", "")
                        .replace("»", "") + ".docx";
    }
}

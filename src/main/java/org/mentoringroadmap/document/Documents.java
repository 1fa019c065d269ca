package org.mentoringroadmap.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.storage.StoredFile;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents as people see them: only those of their own school. */
@Service
@Transactional(readOnly = true)
public class Documents {
    private static final int PAGE_SIZE = 25;
    private static final int MAX_LIST_LENGTH = 200;

    private final DocumentRepository documents;
    private final DocumentVersionRepository versions;
    private final DocumentFiles files;
    private final Programmes programmes;
    private final CurrentUser user;

    Documents(
            DocumentRepository documents,
            DocumentVersionRepository versions,
            DocumentFiles files,
            Programmes programmes,
            CurrentUser user) {
        this.documents = documents;
        this.versions = versions;
        this.files = files;
        this.programmes = programmes;
        this.user = user;
    }

    /**
     * A document of a school that the acting account sees.
     *
     * @throws NotFoundException {@code document.unknown}
     */
    public Document visible(Long id) {
        Document document = get(id);
        if (!user.sees(document.schoolId())) {
            throw new NotFoundException("document.unknown");
        }
        return document;
    }

    /**
     * A document, whoever asks; for the application itself.
     *
     * @throws NotFoundException {@code document.unknown}
     */
    @Unguarded
    public Document get(Long id) {
        return documents.findById(id).orElseThrow(() -> new NotFoundException("document.unknown"));
    }

    /**
     * The documents of a programme that the acting account sees, in the order in which they were made.
     *
     * @throws NotFoundException {@code programme.unknown}
     */
    public List<Document> ofProgramme(Long programmeId) {
        return documents.ofProgramme(programmes.visible(programmeId).id());
    }

    /**
     * Searches the documents of the account's schools, the newest first.
     *
     * @param text part of title or number; blank for all
     * @param type null for all
     * @param status null for all
     * @param page counts from 0
     */
    public Page<Document> search(String text, DocumentType type, DocumentStatus status, int page) {
        return documents.search(
                user.schoolIds(),
                status == null ? Arrays.asList(DocumentStatus.values()) : Set.of(status),
                type == null ? Arrays.asList(DocumentType.values()) : Set.of(type),
                pattern(text),
                PageRequest.of(Math.max(0, page), PAGE_SIZE));
    }

    /** Documents that wait for a check, a decision or a number; for «Подписано на бумаге». At most 200. */
    public List<Document> waiting() {
        return documents.waiting(user.schoolIds(), PageRequest.of(0, MAX_LIST_LENGTH));
    }

    /** Documents that wait for the director, the oldest first; empty for everybody else. At most 200. */
    public List<Document> inbox() {
        return user.has(Role.DIRECTOR)
                ? documents.inStatus(user.schoolIds(), DocumentStatus.REVIEW, PageRequest.of(0, MAX_LIST_LENGTH))
                : List.of();
    }

    /** How many documents {@link #inbox} would list without a limit. */
    public long countInbox() {
        return user.has(Role.DIRECTOR)
                ? documents.countBySchoolIdInAndStatus(user.schoolIds(), DocumentStatus.REVIEW)
                : 0;
    }

    /**
     * All versions of a document, the newest first.
     *
     * @throws NotFoundException {@code document.unknown}
     */
    public List<DocumentVersion> versions(Long id) {
        return versions.findByDocumentIdOrderByNoDesc(visible(id).id());
    }

    /**
     * The newest Word file of a document.
     *
     * @throws NotFoundException {@code document.unknown}
     */
    public StoredFile file(Long id) {
        return files.content(files.newest(visible(id)));
    }

    /**
     * The file of one version.
     *
     * @throws NotFoundException {@code document.unknown} or {@code document.version}
     */
    public StoredFile file(Long id, int no) {
        return files.content(versions.findByDocumentIdAndNo(visible(id).id(), no)
                .orElseThrow(() -> new NotFoundException("document.version")));
    }

    private static String pattern(String text) {
        String plain = text == null ? "" : text.strip().toLowerCase(Locale.forLanguageTag("ru"));
        return "%" + plain.replaceAll("([!%_])", "!$1") + "%";
    }
}

package org.mentoringroadmap.document.draft;

import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.word.WordFile;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes drafts that people corrected in Word. */
@Service
@Transactional
public class DraftUploads {
    private static final Role[] EDITORS = {Role.DIRECTOR, Role.DEPUTY, Role.CURATOR, Role.SECRETARY};

    private final Documents documents;
    private final DocumentRepository repository;
    private final DocumentFiles files;
    private final CurrentUser user;

    DraftUploads(Documents documents, DocumentRepository repository, DocumentFiles files, CurrentUser user) {
        this.documents = documents;
        this.repository = repository;
        this.files = files;
        this.user = user;
    }

    /**
     * Whether the acting account may replace the file now: while it is a draft or was given back; at the director's only
     * the director, so that nobody approves another text than the one that was read.
     */
    @Transactional(readOnly = true)
    public boolean isOpen(Document document) {
        boolean editor = java.util.Arrays.stream(EDITORS).anyMatch(user::has);
        return editor && document.status().isEditable()
                || user.has(Role.DIRECTOR) && document.status() == DocumentStatus.REVIEW;
    }

    /**
     * Adds an edited version; earlier ones stay.
     *
     * @param name name of the uploaded file
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code document.unknown}
     * @throws UserInputException {@code document.upload-missing}, {@code document.upload-large}, {@code
     *     document.upload-docx}, {@code document.upload-macros} or {@code document.upload-letters}
     * @throws ConflictException {@code document.frozen} or {@code document.upload-closed}
     */
    public void upload(Long id, String name, byte[] content) {
        Document document = requireOpen(id);
        WordFile.check(name, content);
        try {
            files.add(document, DocumentVersion.Kind.EDITED, content, files.draftName(document));
            repository.flush();
        } catch (OptimisticLockingFailureException e) {
            throw new ConflictException("document.meanwhile");
        }
    }

    /** A document that the acting account may change now. */
    Document requireOpen(Long id) {
        user.require(EDITORS);
        Document document = documents.visible(id);
        if (document.status().isFinal()) {
            throw new ConflictException("document.frozen");
        }
        if (!isOpen(document)) {
            throw new ConflictException("document.upload-closed");
        }
        return document;
    }
}

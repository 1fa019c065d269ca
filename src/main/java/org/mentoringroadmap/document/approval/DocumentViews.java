package org.mentoringroadmap.document.approval;

import java.util.Optional;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.word.PaperView;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Documents as a page shows them, to be read before one decides about them. */
@Service
@Transactional(readOnly = true)
public class DocumentViews {
    private final Documents documents;

    DocumentViews(Documents documents) {
        this.documents = documents;
    }

    /**
     * The newest Word file of a document that the acting account may read.
     *
     * @param since version with which it is compared; null for none
     * @return empty where the file cannot be shown
     * @throws NotFoundException {@code document.unknown}; {@code document.version} for a version that is not there, or is
     *     no Word file
     */
    public Optional<PaperView> newest(Long id, Integer since) {
        return PaperView.of(
                documents.file(id).content(),
                Optional.ofNullable(since).map(no -> word(id, no)),
                documents.visible(id).kind().leavesCellsEmpty());
    }

    private byte[] word(Long id, int no) {
        documents.versions(id).stream()
                .filter(version -> version.no() == no && version.kind() != DocumentVersion.Kind.SCAN)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("document.version"));
        return documents.file(id, no).content();
    }
}

package org.mentoringroadmap.document;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface DocumentVersionRepository extends JpaRepository<DocumentVersion, Long> {
    List<DocumentVersion> findByDocumentIdOrderByNoDesc(Long documentId);

    Optional<DocumentVersion> findFirstByDocumentIdAndKindNotOrderByNoDesc(
            Long documentId, DocumentVersion.Kind exceptKind);
}

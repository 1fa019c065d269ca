package org.mentoringroadmap.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DocumentVersionRepository extends JpaRepository<DocumentVersion, Long> {
    List<DocumentVersion> findByDocumentIdOrderByNoDesc(Long documentId);

    Optional<DocumentVersion> findFirstByDocumentIdAndKindNotOrderByNoDesc(
            Long documentId, DocumentVersion.Kind exceptKind);

    /** The last version of each of these documents. */
    @Query("select v from DocumentVersion v where v.documentId in :documentIds"
            + " and v.no = (select max(other.no) from DocumentVersion other where other.documentId = v.documentId)")
    List<DocumentVersion> last(Collection<Long> documentIds);
}

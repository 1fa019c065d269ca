package org.mentoringroadmap.document.approval;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.mentoringroadmap.document.Document;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The decisions about documents. */
interface DocumentDecisionRepository extends Repository<DocumentDecision, Long> {
    DocumentDecision save(DocumentDecision decision);

    List<DocumentDecision> findByDocumentIdOrderById(Long documentId);

    /** The decisions of one kind about any of these documents, the first one first. */
    List<DocumentDecision> findByDocumentIdInAndKindOrderById(Collection<Long> documentIds, DocumentDecision.Kind kind);

    /** Documents that wait for their number and that this account has approved since a moment, the newest first. */
    @Query(
            "select d from Document d where d.approvedBy = :login and d.approvedAt >= :since and d.registration is null"
                    + " and d.status = org.mentoringroadmap.document.DocumentStatus.APPROVED order by d.approvedAt desc, d.id desc")
    List<Document> approved(String login, LocalDateTime since, Limit limit);
}

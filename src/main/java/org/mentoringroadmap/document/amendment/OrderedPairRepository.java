package org.mentoringroadmap.document.amendment;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Which order names which pairs. */
interface OrderedPairRepository extends JpaRepository<OrderedPair, Long> {
    List<OrderedPair> findByDocumentId(Long documentId);

    @Modifying(flushAutomatically = true)
    @Query("delete from OrderedPair p where p.documentId = :documentId")
    void forget(Long documentId);
}

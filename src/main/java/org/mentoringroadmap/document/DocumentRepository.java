package org.mentoringroadmap.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Documents of the programmes. */
public interface DocumentRepository extends JpaRepository<Document, Long> {
    Optional<Document> findByOrigin(String origin);

    List<Document> findBySchoolIdOrderById(String schoolId);

    @Query("select d from Document d left join fetch d.registration where d.programmeId = :programmeId order by d.id")
    List<Document> ofProgramme(Long programmeId);

    @Query("select d from Document d left join fetch d.registration"
            + " where d.programmeId = :programmeId and d.type = :type order by d.id")
    List<Document> ofType(Long programmeId, DocumentType type);

    @Query(
            value = "select d from Document d left join fetch d.registration r where d.schoolId in :schools"
                    + " and d.status in :statuses and d.type in :types"
                    + " and (lower(d.title) like :text escape '!' or lower(r.number) like :text escape '!')"
                    + " order by d.id desc",
            countQuery = "select count(d) from Document d left join d.registration r where d.schoolId in :schools"
                    + " and d.status in :statuses and d.type in :types"
                    + " and (lower(d.title) like :text escape '!' or lower(r.number) like :text escape '!')")
    Page<Document> search(
            Collection<String> schools,
            Collection<DocumentStatus> statuses,
            Collection<DocumentType> types,
            String text,
            Pageable page);

    @Query("select d from Document d where d.schoolId in :schools and d.registration is null"
            + " and d.status not in (org.mentoringroadmap.document.DocumentStatus.CANCELLED,"
            + " org.mentoringroadmap.document.DocumentStatus.READY) order by d.type, d.id")
    List<Document> waiting(Collection<String> schools, Pageable page);

    @Query("select d from Document d where d.schoolId in :schools and d.status = :status order by d.id")
    List<Document> inStatus(Collection<String> schools, DocumentStatus status, Pageable page);

    long countBySchoolIdInAndStatus(Collection<String> schools, DocumentStatus status);

    /** The numbers of a journal that documents were offered and have not got. */
    @Query("select new org.mentoringroadmap.document.SuggestedNumber(d.id, d.suggestedNumber, d.status) from Document d"
            + " where d.schoolId = :schoolId and d.type in :types and d.suggestedYear = :year order by d.id")
    List<SuggestedNumber> suggested(String schoolId, Collection<DocumentType> types, int year);

    @Modifying
    @Query("update Document d set d.suggestedNumber = null, d.suggestedYear = null where d.id in :ids")
    void forgetSuggestions(Collection<Long> ids);
}

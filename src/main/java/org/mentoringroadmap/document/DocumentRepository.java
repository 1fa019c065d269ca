package org.mentoringroadmap.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.school.DataClass;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Documents of the programmes. */
public interface DocumentRepository extends JpaRepository<Document, Long> {
    /** The document is one on which somebody with these rights works: drafts and remarks are theirs. */
    String WORKED_ON = "(d.kind.data in :#{#rights.kept()} or exists (select 1 from d.responsible answering"
            + " where answering in :#{#rights.answering()}"
            + " or answering in :#{#rights.answeringNameless()} and d.kind.data in :#{#rights.nameless()}))";

    /** The document is one that somebody with these rights may read. */
    String READABLE = "(" + WORKED_ON + " or d.kind.data in :#{#rights.inForce()} and (d.registration is not null"
            + " or d.status = org.mentoringroadmap.document.DocumentStatus.READY))";

    Optional<Document> findByOrigin(String origin);

    List<Document> findBySchoolIdOrderById(String schoolId);

    @Query("select d from Document d left join fetch d.registration"
            + " where d.id = :id and d.schoolId in :schools and " + READABLE)
    Optional<Document> readable(Long id, Collection<String> schools, DocumentRights rights);

    @Query("select count(d) from Document d where d.id = :id and " + WORKED_ON)
    long countWorkedOn(Long id, DocumentRights rights);

    @Query("select d from Document d left join fetch d.registration where d.programmeId = :programmeId and " + READABLE
            + " order by d.id")
    List<Document> readableOfProgramme(Long programmeId, DocumentRights rights);

    /** Keys of the activities with a registered document, whoever may read it. */
    @Query("select distinct d.activityKey from Document d where d.programmeId = :programmeId"
            + " and d.registration is not null and d.activityKey is not null")
    Set<String> itemsWithRegistered(Long programmeId);

    /** Keys of the activities with a document that was not cancelled, whoever may read it. */
    @Query("select distinct d.activityKey from Document d where d.programmeId = :programmeId"
            + " and d.activityKey is not null and d.status <> org.mentoringroadmap.document.DocumentStatus.CANCELLED")
    Set<String> activities(Long programmeId);

    @Query("select d from Document d left join fetch d.registration where d.programmeId = :programmeId order by d.id")
    List<Document> ofProgramme(Long programmeId);

    @Query("select d from Document d left join fetch d.registration"
            + " where d.programmeId = :programmeId and d.kind.id = :kind order by d.id")
    List<Document> ofKind(Long programmeId, String kind);

    default List<Document> ofType(Long programmeId, DocumentType type) {
        return ofKind(programmeId, type.id());
    }

    /** Programmes of a school with documents that nobody has decided about yet. */
    @Query("select distinct d.programmeId from Document d where d.schoolId = :schoolId and d.status in :statuses")
    Set<Long> programmesWith(String schoolId, Collection<DocumentStatus> statuses);

    /** Documents of a programme that name appendices or approve documents. */
    @Query("select d from Document d left join fetch d.registration where d.programmeId = :programmeId"
            + " and (d.text.appendicesText is not null or d.approvedDocuments is not empty) order by d.id")
    List<Document> approving(Long programmeId);

    boolean existsByKindId(String kind);

    /**
     * Closes the documents of a kind that are more open than the class; none is ever opened. Whoever is changing one of them
     * meanwhile finds it changed, and does not write the old class back.
     */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update versioned Document d set d.kind.data = :data where d.kind.id = :kind and d.kind.data in :below")
    void closeTo(String kind, DataClass data, Collection<DataClass> below);

    @Query(
            value = "select d from Document d left join fetch d.registration r where d.schoolId in :schools"
                    + " and d.status in :statuses and d.kind.id like :kind and d.programmeId in :programmes"
                    + " and (lower(d.title) like :text escape '!' or lower(r.number) like :text escape '!')"
                    + " and " + READABLE
                    + " order by case when d.instanceId in :first then 0 else 1 end, d.id desc",
            countQuery = "select count(d) from Document d left join d.registration r where d.schoolId in :schools"
                    + " and d.status in :statuses and d.kind.id like :kind and d.programmeId in :programmes"
                    + " and (lower(d.title) like :text escape '!' or lower(r.number) like :text escape '!')"
                    + " and " + READABLE)
    Page<Document> search(
            Collection<String> schools,
            Collection<DocumentStatus> statuses,
            String kind,
            String text,
            Collection<Long> programmes,
            Collection<String> first,
            DocumentRights rights,
            Pageable page);

    /** Roles that answer for documents: id and role, a line for each. */
    @Query("select d.id, answering from Document d join d.responsible answering where d.id in :ids")
    List<Object[]> responsible(Collection<Long> ids);

    @Query("select d from Document d where d.schoolId in :schools and d.registration is null"
            + " and d.status not in (org.mentoringroadmap.document.DocumentStatus.CANCELLED,"
            + " org.mentoringroadmap.document.DocumentStatus.READY) order by d.kind.id, d.id")
    List<Document> waiting(Collection<String> schools, Pageable page);

    @Query("select d from Document d where d.schoolId in :schools and d.status = :status order by d.id")
    List<Document> inStatus(Collection<String> schools, DocumentStatus status, Pageable page);

    @Query("select coalesce(d.instanceId, '') from Document d where d.schoolId in :schools and d.status = :status"
            + " order by d.id")
    List<String> instancesInStatus(Collection<String> schools, DocumentStatus status, Pageable page);

    long countByProgrammeIdAndStatus(Long programmeId, DocumentStatus status);

    /** The numbers of a journal that documents were offered and have not got. */
    @Query("select new org.mentoringroadmap.document.SuggestedNumber(d.id, d.suggestedNumber, d.status) from Document d"
            + " where d.schoolId = :schoolId and d.kind.register = :register and d.suggestedYear = :year order by d.id")
    List<SuggestedNumber> suggested(String schoolId, String register, int year);

    @Modifying
    @Query("update Document d set d.suggestedNumber = null, d.suggestedYear = null where d.id in :ids")
    void forgetSuggestions(Collection<Long> ids);

    /** The last one that an activity asked for with this detail. */
    Optional<Document> findFirstByProgrammeIdAndActivityKeyAndDetailOrderByIdDesc(
            Long programmeId, String activityKey, String detail);
}

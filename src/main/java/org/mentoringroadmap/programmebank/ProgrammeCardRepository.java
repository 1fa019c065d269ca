package org.mentoringroadmap.programmebank;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.programme.MentoringForm;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProgrammeCardRepository extends JpaRepository<ProgrammeCard, Long> {
    Optional<ProgrammeCard> findBySchoolIdAndFormAndSearchKey(String schoolId, MentoringForm form, String searchKey);

    /** Whether the school has another card of this title and form; {@code id} is null for a new one. */
    @Query("select count(c) > 0 from ProgrammeCard c where c.schoolId = :schoolId and c.form = :form"
            + " and c.searchKey = :searchKey and (:id is null or c.id <> :id)")
    boolean existsOther(String schoolId, MentoringForm form, String searchKey, Long id);

    List<ProgrammeCard> findBySchoolIdAndRetiredFalseOrderBySearchKeyAscIdAsc(String schoolId);

    List<ProgrammeCard> findBySchoolIdInOrderBySearchKeyAscIdAsc(Collection<String> schoolIds);

    /** Cards of some schools in the order of their titles. */
    @Query("select c from ProgrammeCard c where c.schoolId in :schoolIds and c.retired = :retired"
            + " and (:text = '' or locate(:text, c.searchKey) > 0) and (:form is null or c.form = :form)"
            + " order by c.searchKey, c.id")
    Page<ProgrammeCard> search(
            Collection<String> schoolIds, String text, MentoringForm form, boolean retired, Pageable page);
}

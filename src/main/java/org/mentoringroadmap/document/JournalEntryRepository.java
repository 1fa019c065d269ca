package org.mentoringroadmap.document;

import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Entries of the journals. */
public interface JournalEntryRepository extends JpaRepository<JournalEntry, Long> {
    Optional<JournalEntry> findFirstBySchoolIdAndRegisterAndRegisterYearAndNumberValueNotNullOrderByNumberValueDesc(
            String schoolId, String register, int registerYear);

    boolean existsBySchoolIdAndRegisterAndRegisterYearAndNumberKey(
            String schoolId, String register, int registerYear, String numberKey);

    @Query("select r.numberKey from JournalEntry r where r.schoolId = :schoolId and r.register = :register"
            + " and r.registerYear = :registerYear")
    Set<String> keys(String schoolId, String register, int registerYear);
}

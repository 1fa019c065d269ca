package org.mentoringroadmap.reminder;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.mentoringroadmap.programme.Programme;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SweptProgrammeRepository extends Repository<Programme, Long> {
    /** Two nodes that sweep at the same moment do it one after the other; the second finds everything written. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Programme p where p.id = :id")
    Optional<Programme> lock(Long id);
}

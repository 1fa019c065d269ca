package org.mentoringroadmap.activity;

import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ActivityCorrectionRepository extends Repository<ActivityCorrection, Long> {
    ActivityCorrection save(ActivityCorrection correction);

    List<ActivityCorrection> findByProgrammeIdAndActivityKeyOrderById(Long programmeId, String activityKey);

    /** Keys of activities whose record was taken back and that have no other record since. */
    @Query("select distinct c.activityKey from ActivityCorrection c where c.programmeId = :programmeId"
            + " and c.takenBack = true and not exists (select r.id from ActivityRecord r"
            + " where r.programmeId = c.programmeId and r.activityKey = c.activityKey)")
    Set<String> open(Long programmeId);
}

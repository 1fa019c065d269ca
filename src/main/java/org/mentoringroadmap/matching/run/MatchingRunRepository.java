package org.mentoringroadmap.matching.run;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.matching.RunState;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MatchingRunRepository extends JpaRepository<MatchingRun, Long> {
    Optional<MatchingRun> findFirstByProgrammeIdOrderByNumberDesc(Long programmeId);

    List<MatchingRun> findByProgrammeIdOrderByNumberDesc(Long programmeId);

    Page<MatchingRun> findByProgrammeIdOrderByNumberDesc(Long programmeId, Pageable page);

    List<MatchingRun> findByProgrammeIdAndState(Long programmeId, RunState state);

    List<MatchingRun> findByProgrammeIdAndStateAndThinnedFalse(Long programmeId, RunState state);

    /** Proposals that still wait and are for one of these mentees. */
    @Query("select distinct r from MatchingRun r, Proposal p where p.runId = r.id and r.programmeId = :programmeId"
            + " and r.state = org.mentoringroadmap.matching.RunState.PROPOSED and p.menteeId in :menteeIds")
    List<MatchingRun> waitingFor(Long programmeId, Collection<Long> menteeIds);

    /** A run with its scope, to be looked at outside of a transaction too. */
    @Query("select r from MatchingRun r left join fetch r.forms left join fetch r.classIds where r.id = :id")
    Optional<MatchingRun> withScope(Long id);

    /** Programme of a run, read past what the session remembers. */
    @Query("select r.programmeId from MatchingRun r where r.id = :id")
    Optional<Long> programmeOf(Long id);

    @Query("select coalesce(max(r.number), 0) from MatchingRun r where r.programmeId = :programmeId")
    int lastNumber(Long programmeId);
}

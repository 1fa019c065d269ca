package org.mentoringroadmap.matching;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
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

interface ProposalRepository extends JpaRepository<Proposal, Long> {
    List<Proposal> findByRunIdOrderById(Long runId);

    /** Which pair has come of the proposals for these mentees. */
    @Modifying
    @Query("update Proposal p set p.pairId = :pairId where p.runId = :runId and p.menteeId in :menteeIds")
    void formed(Long runId, Collection<Long> menteeIds, Long pairId);

    @Modifying
    @Query("delete from Proposal p where p.runId in :runIds")
    void deleteOf(Collection<Long> runIds);

    /** What was said about people who are not to be known any more. */
    @Modifying(flushAutomatically = true)
    @Query("update Proposal p set p.reasons = '[]' where p.menteeId in :participantIds or p.mentorId in"
            + " :participantIds")
    void forget(Collection<Long> participantIds);
}

interface MarkRepository extends JpaRepository<Mark, Long> {
    List<Mark> findByProgrammeIdAndEndedAtIsNullOrderById(Long programmeId);

    @Modifying(flushAutomatically = true)
    @Query("update Mark m set m.reason = null where m.menteeId in :participantIds or m.mentorId in :participantIds")
    void forget(Collection<Long> participantIds);
}

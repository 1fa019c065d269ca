package org.mentoringroadmap.matching.run;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

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

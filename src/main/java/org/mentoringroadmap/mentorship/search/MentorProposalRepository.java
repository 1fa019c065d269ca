package org.mentoringroadmap.mentorship.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Mentors proposed to searches. */
public interface MentorProposalRepository extends JpaRepository<MentorProposal, Long> {
    /** The one that waits for a decision, of each of these searches. */
    List<MentorProposal> findBySearchIdInAndWaitingTrue(Collection<Long> searchIds);

    Optional<MentorProposal> findBySearchIdAndWaitingTrue(Long searchId);
}

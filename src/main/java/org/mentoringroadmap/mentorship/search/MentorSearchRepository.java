package org.mentoringroadmap.mentorship.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Searches for mentors. */
public interface MentorSearchRepository extends JpaRepository<MentorSearch, Long> {
    List<MentorSearch> findByProgrammeIdAndStateOrderByNumber(Long programmeId, MentorSearch.State state);

    Page<MentorSearch> findByProgrammeIdAndStateInOrderByNumber(
            Long programmeId, Collection<MentorSearch.State> states, Pageable page);

    Page<MentorSearch> findByProgrammeIdAndStateInAndCodeContainingOrderByNumber(
            Long programmeId, Collection<MentorSearch.State> states, String code, Pageable page);

    Optional<MentorSearch> findByProgrammeIdAndId(Long programmeId, Long id);

    List<MentorSearch> findByLeftIdAndStateOrderByNumber(Long leftId, MentorSearch.State state);

    List<MentorSearch> findByProgrammeIdAndParticipantIdInAndState(
            Long programmeId, Collection<Long> participantIds, MentorSearch.State state);

    /** Those that have begun and whose mentee is known. */
    List<MentorSearch> findByProgrammeIdAndStateAndLaunchedTrueAndParticipantIdNotNullOrderByNumber(
            Long programmeId, MentorSearch.State state);

    boolean existsByProgrammeIdAndParticipantIdNotNullAndState(Long programmeId, MentorSearch.State state);

    long countByProgrammeIdAndState(Long programmeId, MentorSearch.State state);

    @Query("select coalesce(max(s.number), 0) from MentorSearch s where s.programmeId = :programmeId")
    int lastNumber(Long programmeId);
}

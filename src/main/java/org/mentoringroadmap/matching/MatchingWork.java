package org.mentoringroadmap.matching;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What processes ask of matching. Nobody's rights are asked here. */
@Service
@Transactional
public class MatchingWork {
    /**
     * Proposes pairs for the whole programme, see {@link MatchingRuns#propose}. Without anybody to match it proposes
     * nobody, which is no error.
     *
     * @param preferences whether what both sides said is weighed
     */
    public RunSummary propose(Long programmeId, boolean preferences) {
        throw new UnsupportedOperationException();
    }

    /** The newest run of a programme. */
    @Transactional(readOnly = true)
    public Optional<RunSummary> latest(Long programmeId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Mentors for these mentees out of the free places of today, as many and as good as possible for all of them
     * together; stores nothing.
     *
     * @return by mentee; who gets nobody is missing
     */
    @Transactional(readOnly = true)
    public Map<Long, Suggestion> suggest(Long programmeId, Collection<Long> menteeIds) {
        throw new UnsupportedOperationException();
    }

    /** Whether a mentee and a mentor could still be a pair today: both let in, free, and no hard rule against it. */
    @Transactional(readOnly = true)
    public boolean possible(Long programmeId, Long menteeId, Long mentorId) {
        throw new UnsupportedOperationException();
    }
}

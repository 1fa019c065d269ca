package org.mentoringroadmap.matching;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The board: proposals, what people decide about them, and their confirmation. Curator and deputy work with it, director
 * and psychologist look; a psychologist may forbid a pair or advise one.
 *
 * <p>Everything throws {@link org.mentoringroadmap.shared.NotFoundException} {@code programme.unknown} or {@code
 * matching.run-unknown} for what is not there or is another school's, {@link
 * org.mentoringroadmap.shared.ForbiddenException} {@code role.required}, and what changes something {@link
 * org.mentoringroadmap.shared.ConflictException} {@code matching.programme-completed}.
 */
@Service
@Transactional
public class MatchingRuns {
    /** Whether the acting account may start runs and decide. */
    public boolean mayWrite() {
        throw new UnsupportedOperationException();
    }

    /** Whether the acting account may forbid a pair or advise one. */
    public boolean mayVeto() {
        throw new UnsupportedOperationException();
    }

    /**
     * Proposes pairs for everybody of the scope who would be let in today and stands in no open pair. An earlier proposal
     * of the same scope is outdated by it.
     *
     * @throws org.mentoringroadmap.shared.ConflictException {@code matching.policy-broken}
     */
    public RunSummary propose(Long programmeId, RunRequest request) {
        throw new UnsupportedOperationException();
    }

    /** The newest of a programme, whatever its scope. */
    @Transactional(readOnly = true)
    public Optional<RunSummary> latest(Long programmeId) {
        throw new UnsupportedOperationException();
    }

    /** Runs of a programme, the newest first. */
    @Transactional(readOnly = true)
    public List<RunSummary> history(Long programmeId) {
        throw new UnsupportedOperationException();
    }

    /** One page of them, the newest first; 20 to a page. */
    @Transactional(readOnly = true)
    public Page<RunSummary> history(Long programmeId, int page) {
        throw new UnsupportedOperationException();
    }

    /** One run. */
    @Transactional(readOnly = true)
    public RunSummary get(Long runId) {
        throw new UnsupportedOperationException();
    }

    /** Everything that the board of a run shows. */
    @Transactional(readOnly = true)
    public Board board(Long runId) {
        throw new UnsupportedOperationException();
    }

    /**
     * The two are a pair: the next run matches the rest around it. An earlier lock of the mentee is taken back.
     *
     * @param reason why; may be empty
     * @throws org.mentoringroadmap.shared.NotFoundException {@code matching.person-unknown}
     * @throws org.mentoringroadmap.shared.ConflictException {@code matching.lock-forbidden} with the rules that forbid it;
     *     {@code matching.lock-room} when locks fill the mentor
     */
    public void lock(Long runId, Long menteeId, Long mentorId, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Takes a lock back; without one nothing happens. */
    public void unlock(Long runId, Long menteeId, Long mentorId) {
        throw new UnsupportedOperationException();
    }

    /**
     * The two must not be a pair. A lock of the two is taken back.
     *
     * @throws org.mentoringroadmap.shared.NotFoundException {@code matching.person-unknown}
     * @throws org.mentoringroadmap.shared.UserInputException {@code matching.reason} without a reason
     */
    public void veto(Long runId, Long menteeId, Long mentorId, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Takes a veto back; without one nothing happens. */
    public void unveto(Long runId, Long menteeId, Long mentorId) {
        throw new UnsupportedOperationException();
    }

    /** {@link #veto} without a run, for a proposal that came from elsewhere. */
    public void forbid(Long programmeId, Long menteeId, Long mentorId, String reason) {
        throw new UnsupportedOperationException();
    }

    /**
     * The psychologist would like the two to be a pair.
     *
     * @throws org.mentoringroadmap.shared.NotFoundException {@code matching.person-unknown}
     */
    public void advise(Long runId, Long menteeId, Long mentorId, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Takes the advice back; without any nothing happens. */
    public void unadvise(Long runId, Long menteeId, Long mentorId) {
        throw new UnsupportedOperationException();
    }

    /**
     * What pairing the two by hand would cost the whole.
     *
     * @throws org.mentoringroadmap.shared.NotFoundException {@code matching.person-unknown}
     */
    @Transactional(readOnly = true)
    public Cost costOf(Long runId, Long menteeId, Long mentorId) {
        throw new UnsupportedOperationException();
    }

    /** A new run of the same scope with locks, vetoes and preferences of now. */
    public RunSummary rerun(Long runId) {
        throw new UnsupportedOperationException();
    }

    /** The same, with the preferences weighed or not. */
    public RunSummary rerun(Long runId, boolean preferences) {
        throw new UnsupportedOperationException();
    }

    /**
     * Forms the pairs that a run proposes, all or none.
     *
     * @param groupedMentorIds mentors whose mentees are one group, where there are two or more
     * @throws org.mentoringroadmap.shared.ConflictException {@code matching.confirmed} when it was done before; {@code
     *     matching.empty} when it proposes nobody; {@code matching.changed} with everything that has changed meanwhile: a
     *     consent, a capacity, a veto, a pair that somebody else has formed
     */
    public Confirmed confirm(Long runId, Set<Long> groupedMentorIds) {
        throw new UnsupportedOperationException();
    }

    /**
     * Forms pairs that a school knows without any run; the gate and capacities apply.
     *
     * @throws org.mentoringroadmap.shared.UserInputException {@code matching.known-empty}; {@code matching.known-twice}
     *     when a mentee is named twice
     * @throws org.mentoringroadmap.shared.NotFoundException {@code matching.person-unknown}
     * @throws org.mentoringroadmap.shared.ConflictException {@code matching.changed} with all that stands in the way
     */
    public Confirmed known(Long programmeId, List<KnownPair> pairs) {
        throw new UnsupportedOperationException();
    }
}

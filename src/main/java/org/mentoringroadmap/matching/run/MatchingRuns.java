package org.mentoringroadmap.matching.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.matching.ConfirmationResult;
import org.mentoringroadmap.matching.KnownPair;
import org.mentoringroadmap.matching.MatchingAccess;
import org.mentoringroadmap.matching.MatchingTexts;
import org.mentoringroadmap.matching.PairConstraintView;
import org.mentoringroadmap.matching.PairKey;
import org.mentoringroadmap.matching.PresentMentorships;
import org.mentoringroadmap.matching.Reason;
import org.mentoringroadmap.matching.ReasonTexts;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.policy.Candidate;
import org.mentoringroadmap.matching.policy.Inputs;
import org.mentoringroadmap.matching.policy.PairReasons;
import org.mentoringroadmap.matching.policy.PairRules;
import org.mentoringroadmap.matching.policy.PairRules.PairScore;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The board: proposals, what people decide about them, and their confirmation. Curator and deputy work with it, director
 * and psychologist look; a psychologist may forbid a pair or advise one.
 *
 * <p>Everything throws {@link NotFoundException} {@code programme.unknown} or {@code matching.run-unknown} for what is not
 * there or is another school's, {@link org.mentoringroadmap.shared.ForbiddenException} {@code role.required}, and what
 * changes something {@link ConflictException} {@code matching.programme-completed}.
 */
@Service
public class MatchingRuns {
    private static final int PAGE = 20;

    private final MatchingRunRepository runs;
    private final ProposalRepository proposals;
    private final RunMaker maker;
    private final InputReader reader;
    private final Matcher matcher;
    private final PairConstraints constraints;
    private final BoardDecisions decisions;
    private final PresentMentorships pairs;
    private final ParticipantDirectory directory;
    private final ReasonTexts reasonTexts;
    private final ProgrammeLock programmes;
    private final MatchingAccess access;

    MatchingRuns(
            MatchingRunRepository runs,
            ProposalRepository proposals,
            RunMaker maker,
            InputReader reader,
            Matcher matcher,
            PairConstraints constraints,
            BoardDecisions decisions,
            PresentMentorships pairs,
            ParticipantDirectory directory,
            ReasonTexts reasonTexts,
            ProgrammeLock programmes,
            MatchingAccess access) {
        this.runs = runs;
        this.proposals = proposals;
        this.maker = maker;
        this.reader = reader;
        this.matcher = matcher;
        this.constraints = constraints;
        this.decisions = decisions;
        this.pairs = pairs;
        this.directory = directory;
        this.reasonTexts = reasonTexts;
        this.programmes = programmes;
        this.access = access;
    }

    /** Whether the acting account may start runs and decide. */
    public boolean mayWrite() {
        return access.mayWrite();
    }

    /** Whether the acting account may forbid a pair or advise one. */
    public boolean mayVeto() {
        return access.mayAdvise();
    }

    /**
     * Proposes pairs for everybody of the scope who would be let in today and stands in no open pair. An earlier proposal
     * of the same scope is outdated by it. Computed before anything is locked: nobody waits for it, and what has changed
     * meanwhile is told by {@link RunSummary#changedMeanwhile}.
     *
     * @throws ConflictException as {@code PolicySource.of}
     */
    public RunSummary propose(Long programmeId, RunRequest request) {
        return maker.make(access.toWrite(programmeId), request);
    }

    /** The newest of a programme, whatever its scope. */
    @Transactional(readOnly = true)
    public Optional<RunSummary> latest(Long programmeId) {
        access.toRead(programmeId);
        return runs.findFirstByProgrammeIdOrderByNumberDesc(programmeId).map(MatchingRun::summary);
    }

    /** Runs of a programme, the newest first. */
    @Transactional(readOnly = true)
    public List<RunSummary> history(Long programmeId) {
        access.toRead(programmeId);
        return runs.findByProgrammeIdOrderByNumberDesc(programmeId).stream()
                .map(MatchingRun::summary)
                .toList();
    }

    /** One page of them, the newest first; 20 to a page. */
    @Transactional(readOnly = true)
    public Page<RunSummary> history(Long programmeId, int page) {
        access.toRead(programmeId);
        return runs.findByProgrammeIdOrderByNumberDesc(programmeId, PageRequest.of(Math.max(page, 0), PAGE))
                .map(MatchingRun::summary);
    }

    /** One run. */
    @Transactional(readOnly = true)
    public RunSummary get(Long runId) {
        return toRead(runId).summary();
    }

    /** Everything that the board of a run shows. */
    @Transactional(readOnly = true)
    public Board board(Long runId) {
        MatchingRun run = toRead(runId);
        List<Proposal> all = proposals.findByRunIdOrderById(runId);
        Set<Long> ids = new HashSet<>(run.mentorIds());
        all.forEach(proposal -> ids.add(proposal.menteeId()));
        Map<Long, Integer> proposed = new HashMap<>();
        all.forEach(proposal -> proposal.mentorId().ifPresent(mentor -> {
            ids.add(mentor);
            proposed.merge(mentor, 1, Integer::sum);
        }));
        List<Participant> inOrder = directory.of(ids);
        Map<Long, Participant> people =
                inOrder.stream().collect(Collectors.toMap(Participant::id, Function.identity()));
        Map<Long, Proposal> byMentee = all.stream().collect(Collectors.toMap(Proposal::menteeId, Function.identity()));
        List<ProposedPair> pairsInOrder = new ArrayList<>();
        List<LeftMentee> left = new ArrayList<>();
        inOrder.stream().map(one -> byMentee.get(one.id())).forEach(proposal -> {
            if (proposal != null && proposal.mentorId().isPresent()) {
                pairsInOrder.add(shown(proposal, people));
            } else if (proposal != null) {
                left.add(new LeftMentee(people.get(proposal.menteeId()), ReasonsJson.read(proposal.reasons())));
            }
        });
        Map<Long, Integer> taken = pairs.taken(run.programmeId());
        List<MentorPlace> mentors = inOrder.stream()
                .filter(one -> one.role() == ParticipantRole.MENTOR)
                .map(one -> new MentorPlace(
                        one, one.capacity(), taken.getOrDefault(one.id(), 0), proposed.getOrDefault(one.id(), 0)))
                .toList();
        return new Board(run.summary(), pairsInOrder, left, mentors, shownMarks(run.programmeId(), people));
    }

    private static ProposedPair shown(Proposal proposal, Map<Long, Participant> people) {
        return new ProposedPair(
                people.get(proposal.menteeId()),
                people.get(proposal.mentorId().orElseThrow()),
                proposal.form(),
                proposal.score(),
                ReasonsJson.read(proposal.reasons()),
                proposal.loss(),
                proposal.lossLeft(),
                proposal.locked(),
                proposal.earlier());
    }

    private List<PairConstraintView> shownMarks(Long programmeId, Map<Long, Participant> people) {
        return constraints.open(programmeId).stream()
                .filter(constraint ->
                        people.containsKey(constraint.menteeId()) && people.containsKey(constraint.mentorId()))
                .map(constraint -> new PairConstraintView(
                        constraint.kind(),
                        people.get(constraint.menteeId()),
                        people.get(constraint.mentorId()),
                        constraint.reason(),
                        constraint.madeBy(),
                        constraint.madeAt()))
                .toList();
    }

    /**
     * The two are a pair: the next run matches the rest around it. An earlier lock of the mentee is taken back.
     *
     * @param reason why; may be empty
     * @throws NotFoundException {@code matching.person-unknown}
     * @throws UserInputException {@code matching.pair-missing}; {@code matching.too-long}
     * @throws ConflictException {@code matching.lock-forbidden} with the rules that forbid it; {@code matching.lock-room}
     *     when the mentor's places are taken by pairs and locks
     */
    @Transactional
    public void lock(Long runId, Long menteeId, Long mentorId, String reason) {
        Programme programme = access.toWrite(programmeOf(runId));
        Held held = programmes.acquire(programme.id());
        PairKey pair = known(programme, menteeId, mentorId);
        String clean = MatchingTexts.clean(reason);
        List<Long> rivals = constraints.open(programme.id()).stream()
                .filter(constraint -> constraint.kind() == PairConstraintView.Kind.LOCK
                        && constraint.mentorId().equals(mentorId))
                .map(PairConstraint::menteeId)
                .filter(rival -> !rival.equals(menteeId))
                .toList();
        Inputs inputs = reader.read(
                programme,
                run(runId).request(),
                Stream.concat(rivals.stream(), Stream.of(menteeId)).toList(),
                List.of(mentorId));
        List<Reason> forbidden = hindering(inputs, pair);
        if (!forbidden.isEmpty()) {
            throw new ConflictException("matching.lock-forbidden", String.join("; ", reasonTexts.texts(forbidden)));
        }
        Candidate mentor = inputs.mentors().get(0);
        if (inputs.mentees().size() - 1 >= mentor.room()) {
            throw new ConflictException(
                    "matching.lock-room", mentor.participant().person().tellingName(), String.valueOf(mentor.room()));
        }
        constraints.make(held, pair, PairConstraintView.Kind.LOCK, clean);
    }

    /** Takes a lock back; without one nothing happens. */
    @Transactional
    public void unlock(Long runId, Long menteeId, Long mentorId) {
        Programme programme = access.toWrite(programmeOf(runId));
        constraints.takeBack(
                programmes.acquire(programme.id()), new PairKey(menteeId, mentorId), PairConstraintView.Kind.LOCK);
    }

    /**
     * The two must not be a pair. A lock of the two is taken back.
     *
     * @throws NotFoundException {@code matching.person-unknown}
     * @throws UserInputException {@code matching.pair-missing}; {@code matching.reason} without a reason; {@code matching.too-long}
     */
    @Transactional
    public void veto(Long runId, Long menteeId, Long mentorId, String reason) {
        forbid(programmeOf(runId), menteeId, mentorId, reason);
    }

    /** Takes a veto back; without one nothing happens. */
    @Transactional
    public void unveto(Long runId, Long menteeId, Long mentorId) {
        takeBack(runId, menteeId, mentorId, PairConstraintView.Kind.VETO);
    }

    /** {@link #veto} without a run, for a proposal that came from elsewhere. */
    @Transactional
    public void forbid(Long programmeId, Long menteeId, Long mentorId, String reason) {
        Programme programme = access.toAdvise(programmeId);
        mark(programme, menteeId, mentorId, PairConstraintView.Kind.VETO, MatchingTexts.reason(reason));
    }

    /**
     * The psychologist would like the two to be a pair.
     *
     * @param reason why; may be empty
     * @throws NotFoundException {@code matching.person-unknown}
     * @throws UserInputException {@code matching.too-long}
     */
    @Transactional
    public void advise(Long runId, Long menteeId, Long mentorId, String reason) {
        Programme programme = access.toAdvise(programmeOf(runId));
        mark(programme, menteeId, mentorId, PairConstraintView.Kind.ADVICE, MatchingTexts.clean(reason));
    }

    /** Takes the advice back; without any nothing happens. */
    @Transactional
    public void unadvise(Long runId, Long menteeId, Long mentorId) {
        takeBack(runId, menteeId, mentorId, PairConstraintView.Kind.ADVICE);
    }

    private void mark(Programme programme, Long menteeId, Long mentorId, PairConstraintView.Kind kind, String reason) {
        constraints.make(programmes.acquire(programme.id()), known(programme, menteeId, mentorId), kind, reason);
    }

    private void takeBack(Long runId, Long menteeId, Long mentorId, PairConstraintView.Kind kind) {
        Programme programme = access.toAdvise(programmeOf(runId));
        constraints.takeBack(programmes.acquire(programme.id()), new PairKey(menteeId, mentorId), kind);
    }

    /**
     * What pairing the two by hand would cost the whole. Computed anew from what is entered now, without a connection or
     * a lock.
     *
     * @throws NotFoundException {@code matching.person-unknown}
     */
    public HandPairCost costOf(Long runId, Long menteeId, Long mentorId) {
        RunSummary run = toRead(runId).summary();
        Programme programme = access.programme(run.programmeId());
        PairKey pair = known(programme, menteeId, mentorId);
        Inputs inputs = reader.read(programme, run.scope());
        List<Reason> hindering = hindering(inputs, pair);
        if (!hindering.isEmpty()) {
            return impossible(hindering);
        }
        return cost(matcher.match(programme.id(), inputs), pair);
    }

    private static HandPairCost cost(Solution solution, PairKey pair) {
        PairRules rules = solution.rules();
        int mentee = rules.criteria().mentee(pair.mentee()).orElseThrow();
        int mentor = rules.criteria().mentor(pair.mentor()).orElseThrow();
        PairScore judgement = rules.judge(mentee, mentor);
        List<Reason> reasons = new PairReasons(rules)
                .of(
                        solution.inputs().mentees().get(mentee),
                        solution.inputs().mentors().get(mentor),
                        judgement,
                        false);
        return solution.lossIf(pair)
                .map(loss -> new HandPairCost(true, loss.matched(), loss.total(), judgement.score(), reasons))
                .orElseGet(() -> impossible(List.of(Reason.of("LOCKS_IN_THE_WAY"))));
    }

    private static HandPairCost impossible(List<Reason> why) {
        return new HandPairCost(false, 0, BigDecimal.ZERO, 0, why);
    }

    /** Why the two cannot be a pair at all; empty when they can. */
    private static List<Reason> hindering(Inputs inputs, PairKey pair) {
        PairRules rules = new PairRules(inputs);
        Optional<Integer> mentee = rules.criteria().mentee(pair.mentee());
        Optional<Integer> mentor = rules.criteria().mentor(pair.mentor());
        if (mentee.isEmpty()) {
            return List.of(Reason.of("NOT_WAITING"));
        }
        if (mentor.isEmpty()) {
            return List.of(Reason.of("NOT_OFFERED"));
        }
        if (inputs.mentors().get(mentor.get()).room() == 0) {
            return List.of(Reason.of("NO_ROOM"));
        }
        return rules.broken(mentee.get(), mentor.get()).stream()
                .map(code -> Reason.of("BROKEN_" + code))
                .toList();
    }

    /** A new run of the same scope with locks, vetoes and preferences of now. */
    public RunSummary rerun(Long runId) {
        return rerun(runId, toRead(runId).summary().scope().preferences());
    }

    /** The same, with the preferences weighed or not. */
    public RunSummary rerun(Long runId, boolean preferences) {
        Programme programme = access.toWrite(programmeOf(runId));
        RunRequest scope = run(runId).request();
        return maker.make(programme, new RunRequest(scope.forms(), scope.classIds(), preferences));
    }

    /**
     * Forms the pairs that a run proposes, all or none.
     *
     * @param groupedMentorIds mentors whose mentees are one group, where there are two or more
     * @throws ConflictException {@code matching.confirmed} when it was done before; {@code matching.empty} when it proposes
     *     nobody; {@code matching.changed} with everything that has changed meanwhile: a consent, a capacity, a veto, a
     *     lock, a pair that somebody else has formed; {@code matching.outdated} when a newer run has taken its place
     */
    @Transactional
    public ConfirmationResult confirm(Long runId, Set<Long> groupedMentorIds) {
        return decisions.confirm(access.toWrite(programmeOf(runId)), runId, groupedMentorIds);
    }

    /**
     * Forms pairs that a school knows without any run; the gate and capacities apply.
     *
     * @throws UserInputException {@code matching.known-empty}; {@code matching.known-twice} when a mentee is named twice
     * @throws NotFoundException {@code matching.person-unknown}
     * @throws ConflictException {@code matching.changed} with all that stands in the way
     */
    @Transactional
    public ConfirmationResult known(Long programmeId, List<KnownPair> knownPairs) {
        return decisions.known(access.toWrite(programmeId), knownPairs);
    }

    private PairKey known(Programme programme, Long menteeId, Long mentorId) {
        if (menteeId == null || mentorId == null) {
            throw new UserInputException("matching.pair-missing");
        }
        Map<Long, ParticipantRole> found = directory.of(List.of(menteeId, mentorId)).stream()
                .filter(one -> one.programmeId().equals(programme.id()))
                .collect(Collectors.toMap(Participant::id, Participant::role));
        if (found.get(menteeId) != ParticipantRole.MENTEE || found.get(mentorId) != ParticipantRole.MENTOR) {
            throw new NotFoundException("matching.person-unknown");
        }
        return new PairKey(menteeId, mentorId);
    }

    private Long programmeOf(Long runId) {
        return runs.programmeOf(runId).orElseThrow(() -> new NotFoundException("matching.run-unknown"));
    }

    private MatchingRun run(Long runId) {
        return runs.withScope(runId).orElseThrow(() -> new NotFoundException("matching.run-unknown"));
    }

    private MatchingRun toRead(Long runId) {
        access.toRead(programmeOf(runId));
        return run(runId);
    }
}

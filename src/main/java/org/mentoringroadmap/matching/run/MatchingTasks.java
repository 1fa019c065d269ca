package org.mentoringroadmap.matching.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.matching.MatchingAccess;
import org.mentoringroadmap.matching.MentorRequest;
import org.mentoringroadmap.matching.MentorSuggestion;
import org.mentoringroadmap.matching.PairKey;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.policy.Inputs;
import org.mentoringroadmap.matching.policy.PairReasons;
import org.mentoringroadmap.matching.policy.PairRules;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What processes ask of matching. Nobody's rights are asked here. */
@Unguarded
@Service
public class MatchingTasks {
    private static final RunRequest WITH_PREFERENCES = new RunRequest(Set.of(), Set.of(), true);

    private final RunMaker maker;
    private final InputReader reader;
    private final Matcher matcher;
    private final MatchingRunRepository runs;
    private final MatchingAccess access;

    MatchingTasks(
            RunMaker maker, InputReader reader, Matcher matcher, MatchingRunRepository runs, MatchingAccess access) {
        this.maker = maker;
        this.reader = reader;
        this.matcher = matcher;
        this.runs = runs;
        this.access = access;
    }

    /**
     * Proposes pairs for the whole programme, see {@link MatchingRuns#propose}. Without anybody to match it proposes
     * nobody, which is no error. Takes the programme's lock only to store, so whoever calls it does not hold it.
     *
     * @param preferences whether what both sides said is weighed
     */
    public RunSummary propose(Long programmeId, boolean preferences) {
        return maker.make(access.programme(programmeId), preferences ? WITH_PREFERENCES : RunRequest.EVERYBODY);
    }

    /** The newest run of a programme. */
    @Transactional(readOnly = true)
    public Optional<RunSummary> latest(Long programmeId) {
        return runs.findFirstByProgrammeIdOrderByNumberDesc(programmeId).map(MatchingRun::summary);
    }

    /**
     * Mentors for these mentees out of the free places of today, as many and as good as possible for all of them
     * together; preferences are weighed. Stores nothing. Looks at these mentees and at mentors with a free place only, so
     * that it may be asked under the programme's lock: a hundred who wait beside a thousand mentors cost what reading a
     * thousand people costs.
     *
     * @return by mentee; who gets nobody is missing
     */
    public Map<Long, MentorSuggestion> suggest(Long programmeId, Collection<Long> menteeIds) {
        return suggest(
                programmeId,
                menteeIds.stream()
                        .map(mentee -> new MentorRequest(mentee, Optional.empty(), Set.of()))
                        .toList());
    }

    /**
     * The same around mentors who are suggested already and wait for a decision, and without those from whom a mentee has
     * parted.
     *
     * @return by mentee; whose kept mentor is impossible now gets another one or is missing
     */
    public Map<Long, MentorSuggestion> suggest(Long programmeId, List<MentorRequest> waiting) {
        if (waiting.isEmpty()) {
            return Map.of();
        }
        Solution solution = solution(programmeId, waiting);
        PairReasons reasons = new PairReasons(solution.rules());
        Map<Long, MentorSuggestion> suggested = new HashMap<>();
        solution.pairs()
                .forEach(pair -> suggested.put(
                        pair.mentee().id(),
                        new MentorSuggestion(
                                pair.mentee().id(),
                                pair.mentor().id(),
                                pair.judgement().score(),
                                pair.judgement().form(),
                                reasons.of(pair.mentee(), pair.mentor(), pair.judgement(), pair.locked()),
                                solution.inputs().policy().version())));
        return suggested;
    }

    /** Whether a mentee and a mentor could still be a pair today: both let in, free, and no hard rule against it. */
    public boolean possible(Long programmeId, Long menteeId, Long mentorId) {
        Inputs inputs =
                reader.read(access.programme(programmeId), WITH_PREFERENCES, List.of(menteeId), List.of(mentorId));
        PairRules rules = new PairRules(inputs);
        Optional<Integer> mentee = rules.criteria().mentee(menteeId);
        Optional<Integer> mentor = rules.criteria().mentor(mentorId);
        return mentee.isPresent()
                && mentor.isPresent()
                && inputs.mentors().get(mentor.get()).room() > 0
                && rules.allowed(mentee.get(), mentor.get());
    }

    private Solution solution(Long programmeId, List<MentorRequest> waiting) {
        Programme programme = access.programme(programmeId);
        Inputs inputs = reader.read(
                programme,
                WITH_PREFERENCES,
                waiting.stream().map(MentorRequest::menteeId).toList());
        List<PairKey> kept = waiting.stream()
                .flatMap(one -> one.kept().stream().map(mentor -> new PairKey(one.menteeId(), mentor)))
                .toList();
        List<PairKey> parted = waiting.stream()
                .flatMap(one -> one.notThese().stream().map(mentor -> new PairKey(one.menteeId(), mentor)))
                .toList();
        return matcher.match(programmeId, inputs.around(kept, parted));
    }
}

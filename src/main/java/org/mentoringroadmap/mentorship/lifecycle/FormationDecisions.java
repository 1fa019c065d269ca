package org.mentoringroadmap.mentorship.lifecycle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.mentorship.Member;
import org.mentoringroadmap.mentorship.MemberRepository;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.mentorship.MentorshipLocks;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works with whom: the decision after the group meeting (item 000-5.1.4) makes the pairs and groups. */
@Service
@Transactional
public class FormationDecisions {
    /** Figures of the decision's form. */
    public static final String PAIRS = "pairs";
    /** How many groups. */
    public static final String GROUPS = "groups";
    /** How many mentees have found nobody. */
    public static final String UNMATCHED = "unmatched";
    /** How many of these a psychologist helps meanwhile. */
    public static final String SUPPORT = "supportNeeded";

    private static final int MAX_COUNT = 1000;

    private final Steps steps;
    private final MentorshipManagement management;
    private final Mentorships mentorships;
    private final MentorSearches searches;
    private final MemberRepository members;
    private final Admissions admissions;
    private final MentorshipLocks locks;
    private final MentorshipAccess access;

    FormationDecisions(
            Steps steps,
            MentorshipManagement management,
            Mentorships mentorships,
            MentorSearches searches,
            MemberRepository members,
            Admissions admissions,
            MentorshipLocks locks,
            MentorshipAccess access) {
        this.steps = steps;
        this.management = management;
        this.mentorships = mentorships;
        this.searches = searches;
        this.members = members;
        this.admissions = admissions;
        this.locks = locks;
        this.access = access;
    }

    /**
     * Records the decision and makes what is missing: the figures are totals of the programme. Pairs and groups that were
     * formed from the registers are in the list already; what was typed beyond them gets codes, and names, mentors and
     * sizes of groups are entered in the list. Everybody of the register who may be matched and has no mentor gets a
     * search, and what was typed beyond them is searched for by codes. Figures that nobody has typed are counted.
     *
     * @param instanceId process instance of the decision
     * @param step id of its task in the model
     * @param support mentees whom a psychologist helps, where they are of the register
     * @throws UserInputException {@code mentorship.decided} when the activity was decided before; {@code
     *     mentorship.none-decided} for a done decision without pairs and groups; {@code mentorship.formed-already} when it
     *     is said that there are none though there are, or fewer; {@code mentorship.too-many}; {@code
     *     mentorship.support}; what {@link Steps#result} refuses
     */
    public void decide(
            Long programmeId,
            String roadmapItem,
            String instanceId,
            String step,
            StepInput input,
            Collection<Long> support) {
        Held lock = locks.programme(programmeId);
        if (steps.of(programmeId, roadmapItem).stream()
                .anyMatch(record -> record.step().equals(step))) {
            throw new UserInputException("mentorship.decided");
        }
        List<Mentorship> open = mentorships.of(programmeId).stream()
                .filter(pair -> pair.state().isOpen())
                .toList();
        boolean held = input.outcome().outcome() != Outcome.NOT_HELD;
        if (!held && open.stream().anyMatch(pair -> pair.state() == Mentorship.State.FORMED)) {
            throw new UserInputException("mentorship.formed-already", String.valueOf(open.size()));
        }
        int pairs = missing(input, PAIRS, open, Mentorship.Kind.PAIR);
        int groups = missing(input, GROUPS, open, Mentorship.Kind.GROUP);
        if (input.outcome().outcome() == Outcome.DONE && open.size() + pairs + groups == 0) {
            throw new UserInputException("mentorship.none-decided");
        }
        List<Long> left = pairs + groups == 0 && byName(open) ? left(programmeId) : List.of();
        Set<Long> helped = left.stream().filter(support::contains).collect(Collectors.toSet());
        int unmatched = Math.max(figure(input, UNMATCHED), left.size());
        int supported = Math.max(figure(input, SUPPORT), helped.size());
        if (Math.max(Math.max(pairs, groups), unmatched) > MAX_COUNT) {
            throw new UserInputException("mentorship.too-many", String.valueOf(MAX_COUNT));
        }
        if (supported > unmatched) {
            throw new UserInputException("mentorship.support");
        }
        steps.result(
                programmeId, roadmapItem, instanceId, step, held ? counted(input, open, unmatched, supported) : input);
        LocalDate day = Optional.ofNullable(input.outcome().date()).orElse(access.today());
        form(lock, Mentorship.Kind.PAIR, pairs, day);
        form(lock, Mentorship.Kind.GROUP, groups, day);
        left.forEach(mentee -> searches.open(lock, helped.contains(mentee), null, mentee));
        for (int i = 0; i < unmatched - left.size(); i++) {
            searches.open(lock, i < supported - helped.size(), null, null);
        }
    }

    /** How many of a kind are still to be made so that there are as many as was typed. */
    private static int missing(StepInput input, String name, List<Mentorship> open, Mentorship.Kind kind) {
        int formed = count(open, kind);
        int total = input.figures().getOrDefault(name, formed);
        if (total < formed) {
            throw new UserInputException("mentorship.formed-already", String.valueOf(open.size()));
        }
        return total - formed;
    }

    private static int count(List<Mentorship> open, Mentorship.Kind kind) {
        return (int) open.stream().filter(pair -> pair.kind() == kind).count();
    }

    /** Whether all mentees in pairs were chosen from the register: only then is it known who is left. */
    private boolean byName(List<Mentorship> open) {
        if (open.isEmpty()) {
            return true;
        }
        Set<Long> named =
                members
                        .findByMentorshipIdInAndLeftOnIsNull(
                                open.stream().map(Mentorship::id).toList())
                        .stream()
                        .filter(member -> member.role() == ParticipantRole.MENTEE)
                        .map(Member::mentorshipId)
                        .collect(Collectors.toSet());
        return open.stream().allMatch(pair -> named.contains(pair.id()));
    }

    /** Mentees of the register who may be matched, are in no pair and are not looked for yet, in the order of names. */
    private List<Long> left(Long programmeId) {
        List<Long> eligible =
                admissions.eligible(programmeId, ParticipantRole.MENTEE, AdmissionPurpose.MATCHING, "", MAX_COUNT + 1);
        if (eligible.isEmpty()) {
            return List.of();
        }
        Set<Long> busy = new HashSet<>(members.inOpenPairs(eligible, -1L));
        busy.addAll(searches.lookedFor(programmeId, eligible));
        return eligible.stream().filter(id -> !busy.contains(id)).toList();
    }

    /** The figures as they were typed, and where nobody has typed them, as they are. */
    private static StepInput counted(StepInput input, List<Mentorship> open, int unmatched, int supported) {
        Map<String, Integer> figures = new LinkedHashMap<>(input.figures());
        Map.of(
                        PAIRS,
                        count(open, Mentorship.Kind.PAIR),
                        GROUPS,
                        count(open, Mentorship.Kind.GROUP),
                        UNMATCHED,
                        unmatched,
                        SUPPORT,
                        supported)
                .forEach((name, count) -> figures.merge(name, count, (typed, is) -> Math.max(typed, is)));
        figures.values().removeIf(count -> count == 0);
        figures.putIfAbsent(PAIRS, 0);
        return new StepInput(input.outcome(), figures, input.texts());
    }

    private void form(Held programme, Mentorship.Kind kind, int count, LocalDate day) {
        for (int i = 0; i < count; i++) {
            management.form(programme, kind, Optional.empty(), day);
        }
    }

    private static int figure(StepInput input, String name) {
        return input.figures().getOrDefault(name, 0);
    }
}

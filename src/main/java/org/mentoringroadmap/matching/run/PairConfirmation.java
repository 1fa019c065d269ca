package org.mentoringroadmap.matching.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.admission.IneligibilityReason;
import org.mentoringroadmap.matching.MatchingAccess;
import org.mentoringroadmap.matching.MatchingTexts;
import org.mentoringroadmap.matching.MentorshipCreation;
import org.mentoringroadmap.matching.MentorshipCreation.PlannedMentorship;
import org.mentoringroadmap.matching.PairConstraintView;
import org.mentoringroadmap.matching.PairKey;
import org.mentoringroadmap.matching.PresentMentorships;
import org.mentoringroadmap.matching.preference.PreferenceAnswer;
import org.mentoringroadmap.matching.preference.PreferenceStore;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Component;

/** Forms decided pairs and groups, all or none, under the programme's lock. */
@Component
class PairConfirmation {
    private static final int TOLD = 15;

    private final Admissions admissions;
    private final ParticipantDirectory directory;
    private final PresentMentorships pairs;
    private final MentorshipCreation creation;
    private final PairConstraints constraints;
    private final PreferenceStore preferences;
    private final MatchingTexts texts;
    private final MatchingAccess access;

    PairConfirmation(
            Admissions admissions,
            ParticipantDirectory directory,
            PresentMentorships pairs,
            MentorshipCreation creation,
            PairConstraints constraints,
            PreferenceStore preferences,
            MatchingTexts texts,
            MatchingAccess access) {
        this.admissions = admissions;
        this.directory = directory;
        this.pairs = pairs;
        this.creation = creation;
        this.constraints = constraints;
        this.preferences = preferences;
        this.texts = texts;
        this.access = access;
    }

    /**
     * Forms them.
     *
     * @return ids in the order of the teams
     */
    List<Long> form(Held programme, List<PlannedMentorship> teams) {
        return creation.form(programme, teams);
    }

    /**
     * Looks once more whether everybody may and every mentor has room.
     *
     * @param more what else stands in the way
     * @throws NotFoundException {@code matching.person-unknown}
     * @throws ConflictException {@code matching.changed} with everything that stands in the way
     */
    void requireNothingInTheWay(Held programme, List<PlannedMentorship> teams, List<String> more) {
        Map<Long, Participant> people = people(programme, teams);
        Set<String> found = new LinkedHashSet<>();
        found.addAll(paired(programme, teams, people));
        found.addAll(hindered(people));
        found.addAll(full(programme, teams, people));
        found.addAll(unwanted(programme, teams, people));
        found.addAll(more);
        if (!found.isEmpty()) {
            List<String> told = new ArrayList<>(found.stream().limit(TOLD).toList());
            if (found.size() > TOLD) {
                told.add(texts.text("matching.changed.more", found.size() - TOLD));
            }
            throw new ConflictException("matching.changed", String.join(" ", told));
        }
    }

    private Map<Long, Participant> people(Held programme, List<PlannedMentorship> teams) {
        Map<Long, ParticipantRole> wanted = new LinkedHashMap<>();
        teams.forEach(team -> {
            wanted.put(team.mentorId(), ParticipantRole.MENTOR);
            team.menteeIds().forEach(id -> wanted.put(id, ParticipantRole.MENTEE));
        });
        if (wanted.containsKey(null)) {
            throw new NotFoundException("matching.person-unknown");
        }
        Map<Long, Participant> people = directory.of(wanted.keySet()).stream()
                .filter(one -> one.programmeId().equals(programme.programmeId()) && one.role() == wanted.get(one.id()))
                .collect(Collectors.toMap(Participant::id, Function.identity()));
        if (people.size() < wanted.size()) {
            throw new NotFoundException("matching.person-unknown");
        }
        return people;
    }

    private List<String> paired(Held programme, List<PlannedMentorship> teams, Map<Long, Participant> people) {
        Set<Long> paired = pairs.paired(programme.programmeId());
        return mentees(teams)
                .filter(paired::contains)
                .map(id -> texts.text("matching.changed.paired", name(people, id)))
                .toList();
    }

    private List<String> hindered(Map<Long, Participant> people) {
        Set<Long> refused = new HashSet<>(people.keySet());
        refused.removeAll(admissions.eligible(AdmissionPurpose.MATCHING, people.keySet(), access.today()));
        Map<Long, IneligibilityReason> why =
                refused.isEmpty() ? Map.of() : admissions.why(AdmissionPurpose.MATCHING, refused, access.today());
        return people.values().stream()
                .filter(one -> refused.contains(one.id()))
                .map(one -> texts.text(
                        "matching.changed.hindered",
                        one.person().tellingName(),
                        texts.text("hindrance." + why.get(one.id()))))
                .sorted()
                .toList();
    }

    private List<String> full(Held programme, List<PlannedMentorship> teams, Map<Long, Participant> people) {
        Map<Long, Integer> taken = pairs.taken(programme.programmeId());
        Map<Long, Integer> wanted = new LinkedHashMap<>();
        teams.forEach(team -> wanted.merge(team.mentorId(), team.menteeIds().size(), Integer::sum));
        return wanted.entrySet().stream()
                .filter(mentor -> taken.getOrDefault(mentor.getKey(), 0) + mentor.getValue()
                        > people.get(mentor.getKey()).capacity())
                .map(mentor -> texts.text(
                        "matching.changed.full",
                        name(people, mentor.getKey()),
                        people.get(mentor.getKey()).capacity(),
                        taken.getOrDefault(mentor.getKey(), 0),
                        mentor.getValue()))
                .toList();
    }

    private List<String> unwanted(Held programme, List<PlannedMentorship> teams, Map<Long, Participant> people) {
        Set<PairKey> vetoes = constraints.open(programme.programmeId()).stream()
                .filter(constraint -> constraint.kind() == PairConstraintView.Kind.VETO)
                .map(PairConstraint::pair)
                .collect(Collectors.toSet());
        Map<Long, PreferenceAnswer> said = preferences.of(programme.programmeId());
        return teams.stream()
                .flatMap(team -> team.menteeIds().stream().map(mentee -> new PairKey(mentee, team.mentorId())))
                .map(pair -> vetoes.contains(pair)
                        ? pairText("matching.changed.veto", pair, people)
                        : isRefused(said, pair) ? pairText("matching.changed.refused", pair, people) : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isRefused(Map<Long, PreferenceAnswer> said, PairKey pair) {
        return said.getOrDefault(pair.mentee(), PreferenceAnswer.NOTHING)
                        .refused()
                        .contains(pair.mentor())
                || said.getOrDefault(pair.mentor(), PreferenceAnswer.NOTHING)
                        .refused()
                        .contains(pair.mentee());
    }

    private String pairText(String code, PairKey pair, Map<Long, Participant> people) {
        return texts.text(code, name(people, pair.mentee()), name(people, pair.mentor()));
    }

    private static Stream<Long> mentees(List<PlannedMentorship> teams) {
        return teams.stream().flatMap(team -> team.menteeIds().stream());
    }

    private static String name(Map<Long, Participant> people, Long id) {
        return people.get(id).person().tellingName();
    }
}

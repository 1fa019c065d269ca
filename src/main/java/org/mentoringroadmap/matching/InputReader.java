package org.mentoringroadmap.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.bank.ProgrammeBank;
import org.mentoringroadmap.matching.Inputs.Card;
import org.mentoringroadmap.matching.PresentPairs.Earlier;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.Admissions;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.SchoolClass;
import org.mentoringroadmap.programme.SchoolClasses;
import org.springframework.stereotype.Component;

/** Reads what a run looks at; the number of statements does not grow with the number of pairs. */
@Component
class InputReader {
    /** More than any programme has: a run sees everybody. */
    private static final int EVERYBODY = 1_000_000;

    private final Admissions admissions;
    private final ParticipantDirectory directory;
    private final SchoolClasses classes;
    private final PresentPairs pairs;
    private final ProgrammeBank bank;
    private final MarkRepository marks;
    private final PreferenceStore preferences;
    private final PolicySource policies;
    private final MatchingAccess access;

    InputReader(
            Admissions admissions,
            ParticipantDirectory directory,
            SchoolClasses classes,
            PresentPairs pairs,
            ProgrammeBank bank,
            MarkRepository marks,
            PreferenceStore preferences,
            PolicySource policies,
            MatchingAccess access) {
        this.admissions = admissions;
        this.directory = directory;
        this.classes = classes;
        this.pairs = pairs;
        this.bank = bank;
        this.marks = marks;
        this.preferences = preferences;
        this.policies = policies;
        this.access = access;
    }

    /** Everybody of the scope who waits for a mentor, and everybody who could be one. */
    Inputs read(Programme programme, RunRequest request) {
        return read(programme, request, Optional.empty());
    }

    /** The same for some mentees. */
    Inputs read(Programme programme, RunRequest request, Collection<Long> menteeIds) {
        return read(programme, request, Optional.of(Set.copyOf(menteeIds)));
    }

    private Inputs read(Programme programme, RunRequest request, Optional<Set<Long>> only) {
        MatchingPolicy policy = policies.current();
        Set<Long> paired = pairs.paired(programme.id());
        List<Long> waiting = eligible(programme, ParticipantRole.MENTEE).stream()
                .filter(id -> !paired.contains(id))
                .filter(id -> only.map(wanted -> wanted.contains(id)).orElse(true))
                .toList();
        List<Long> offering = eligible(programme, ParticipantRole.MENTOR);
        Map<Long, Integer> grades = grades(programme);
        Map<Long, Integer> taken = pairs.taken(programme.id());
        Set<Long> trained = directory.everStood(offering, ParticipantStatus.TRAINED);
        List<Side> mentees = directory.full(waiting).stream()
                .map(mentee -> Side.of(mentee, access.today(), grade(mentee, grades), false, 0))
                .filter(mentee -> isMeant(mentee, request))
                .toList();
        List<Side> mentors = directory.full(offering).stream()
                .map(mentor -> Side.of(
                        mentor,
                        access.today(),
                        grade(mentor, grades),
                        trained.contains(mentor.id()),
                        taken.getOrDefault(mentor.id(), 0)))
                .filter(mentor -> request.forms().isEmpty() || hasOne(PossibleForms.ofMentor(mentor), request.forms()))
                .toList();
        List<Mark> open = marks.findByProgrammeIdAndEndedAtIsNullOrderById(programme.id());
        return new Inputs(
                programme.id(),
                request,
                policy,
                mentees,
                mentors,
                open.stream()
                        .filter(mark -> mark.kind() == PairMark.Kind.LOCK)
                        .map(Mark::pair)
                        .toList(),
                of(open, PairMark.Kind.VETO),
                of(open, PairMark.Kind.ADVICE),
                preferences.of(programme.id()),
                earlier(mentees, mentors),
                bank.offered(programme.schoolId()).stream()
                        .map(card -> new Card(card.form(), card.details().roleModel()))
                        .toList());
    }

    private List<Long> eligible(Programme programme, ParticipantRole role) {
        return admissions.eligible(programme.id(), role, AdmissionPurpose.MATCHING, "", EVERYBODY);
    }

    private static boolean isMeant(Side mentee, RunRequest request) {
        boolean ofClass = request.classIds().isEmpty()
                || mentee.participant()
                        .classId()
                        .filter(request.classIds()::contains)
                        .isPresent();
        return ofClass && (request.forms().isEmpty() || hasOne(PossibleForms.ofMentee(mentee), request.forms()));
    }

    private static <T> boolean hasOne(Set<T> some, Set<T> wanted) {
        return some.stream().anyMatch(wanted::contains);
    }

    private static Set<PairKey> of(List<Mark> marks, PairMark.Kind kind) {
        return marks.stream()
                .filter(mark -> mark.kind() == kind)
                .map(Mark::pair)
                .collect(Collectors.toSet());
    }

    /** Year of school by class: the number that its name begins with. */
    private Map<Long, Integer> grades(Programme programme) {
        Map<Long, Integer> grades = new HashMap<>();
        for (SchoolClass one : classes.of(programme.schoolId())) {
            String digits = one.name().replaceAll("\\D.*", "");
            if (digits.length() == 1 || digits.length() == 2) {
                grades.put(one.id(), Integer.valueOf(digits));
            }
        }
        return grades;
    }

    private static Optional<Integer> grade(Participant participant, Map<Long, Integer> grades) {
        return participant.classId().map(grades::get);
    }

    /** Whoever was whose mentor: they know each other either way. */
    private Map<PairKey, Boolean> earlier(List<Side> mentees, List<Side> mentors) {
        Set<Long> persons = Stream.concat(mentees.stream(), mentors.stream())
                .map(Side::personId)
                .collect(Collectors.toCollection(HashSet::new));
        Map<PairKey, Boolean> known = new HashMap<>();
        for (Earlier pair : persons.isEmpty() ? List.<Earlier>of() : pairs.earlier(persons)) {
            known.merge(new PairKey(pair.personA(), pair.personB()), pair.finished(), Boolean::logicalOr);
            known.merge(new PairKey(pair.personB(), pair.personA()), pair.finished(), Boolean::logicalOr);
        }
        return known;
    }
}

package org.mentoringroadmap.matching.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.matching.MatchingAccess;
import org.mentoringroadmap.matching.PairConstraintView;
import org.mentoringroadmap.matching.PairKey;
import org.mentoringroadmap.matching.PresentMentorships;
import org.mentoringroadmap.matching.PresentMentorships.Earlier;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.policy.Basis;
import org.mentoringroadmap.matching.policy.Basis.Card;
import org.mentoringroadmap.matching.policy.Candidate;
import org.mentoringroadmap.matching.policy.Inputs;
import org.mentoringroadmap.matching.policy.PolicySource;
import org.mentoringroadmap.matching.policy.PossibleForms;
import org.mentoringroadmap.matching.preference.PreferenceStore;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantDirectory.Version;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programmebank.ProgrammeBank;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a run looks at; the number of statements does not grow with the number of pairs. */
@Component
public class InputReader {
    /** More than any programme has: a run sees everybody. */
    private static final int EVERYBODY = 1_000_000;

    private final Admissions admissions;
    private final ParticipantDirectory directory;
    private final SchoolClasses classes;
    private final PresentMentorships pairs;
    private final ProgrammeBank bank;
    private final PairConstraintRepository constraints;
    private final PreferenceStore preferences;
    private final PolicySource policies;
    private final MatchingAccess access;

    InputReader(
            Admissions admissions,
            ParticipantDirectory directory,
            SchoolClasses classes,
            PresentMentorships pairs,
            ProgrammeBank bank,
            PairConstraintRepository constraints,
            PreferenceStore preferences,
            PolicySource policies,
            MatchingAccess access) {
        this.admissions = admissions;
        this.directory = directory;
        this.classes = classes;
        this.pairs = pairs;
        this.bank = bank;
        this.constraints = constraints;
        this.preferences = preferences;
        this.policies = policies;
        this.access = access;
    }

    /**
     * Everybody of the scope who waits for a mentor, and everybody who could be one, as of one moment. In a transaction that
     * runs already it is as of several moments close to each other.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Inputs read(Programme programme, RunRequest request) {
        Basis basis = basis(programme);
        return inputs(basis, request, basis.waiting(), basis.offering());
    }

    /** The same for some mentees, and for those mentors only who have a place: quick, as long as these are few. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Inputs read(Programme programme, RunRequest request, Collection<Long> menteeIds) {
        Basis basis = basis(programme);
        List<Long> free = directory.of(basis.offering()).stream()
                .filter(mentor -> mentor.capacity() > basis.taken(mentor.id()))
                .map(Participant::id)
                .toList();
        return inputs(basis, request, among(basis.waiting(), menteeIds), free);
    }

    /** The same for some mentees and some mentors, with and without a place. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Inputs read(Programme programme, RunRequest request, Collection<Long> menteeIds, Collection<Long> mentorIds) {
        Basis basis = basis(programme);
        return inputs(basis, request, among(basis.waiting(), menteeIds), among(basis.offering(), mentorIds));
    }

    /** Those of a run who may still be let in: mentees who stand in a pair by now too, so that what was weighed is seen again. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Inputs readAgain(Programme programme, RunRequest request, Collection<Long> menteeIds, Collection<Long> mentorIds) {
        List<Long> mentees = among(eligible(programme, ParticipantRole.MENTEE), menteeIds);
        Basis basis = basis(programme, mentees);
        return inputs(basis, request, mentees, among(basis.offering(), mentorIds));
    }

    private static List<Long> among(List<Long> all, Collection<Long> wanted) {
        Set<Long> some = Set.copyOf(wanted);
        return all.stream().filter(some::contains).toList();
    }

    /** Whether everything that these inputs were read from is still so; in a few statements. */
    boolean isUnchanged(Programme programme, Inputs inputs) {
        return basis(programme).equals(inputs.basis());
    }

    private Basis basis(Programme programme) {
        Set<Long> paired = pairs.paired(programme.id());
        return basis(
                programme,
                eligible(programme, ParticipantRole.MENTEE).stream()
                        .filter(id -> !paired.contains(id))
                        .toList());
    }

    private Basis basis(Programme programme, List<Long> waiting) {
        List<Long> offering = eligible(programme, ParticipantRole.MENTOR);
        Set<Version> versions = directory.versions(
                Stream.concat(waiting.stream(), offering.stream()).toList());
        List<PairConstraint> open = constraints.findByProgrammeIdAndEndedAtIsNullOrderById(programme.id());
        return new Basis(
                policies.of(programme),
                access.today(),
                waiting,
                offering,
                versions,
                grades(programme),
                pairs.taken(programme.id()),
                directory.everStood(offering, ParticipantStatus.TRAINED),
                open.stream()
                        .filter(constraint -> constraint.kind() == PairConstraintView.Kind.LOCK)
                        .map(PairConstraint::pair)
                        .toList(),
                of(open, PairConstraintView.Kind.VETO),
                of(open, PairConstraintView.Kind.ADVICE),
                preferences.of(programme.id()),
                earlier(versions.stream().map(Version::personId).collect(Collectors.toSet())),
                bank.offered(programme.schoolId()).stream()
                        .map(card -> new Card(card.form(), card.details().roleModel()))
                        .toList());
    }

    private Inputs inputs(Basis basis, RunRequest request, List<Long> waiting, List<Long> offering) {
        List<Candidate> mentees = directory.full(waiting).stream()
                .map(mentee -> Candidate.of(mentee, basis.today(), grade(mentee, basis.grades()), false, 0))
                .filter(mentee -> isMeant(mentee, request))
                .toList();
        List<Candidate> mentors = directory.full(offering).stream()
                .map(mentor -> Candidate.of(
                        mentor,
                        basis.today(),
                        grade(mentor, basis.grades()),
                        basis.trained().contains(mentor.id()),
                        basis.taken(mentor.id())))
                .filter(mentor -> request.forms().isEmpty() || hasOne(PossibleForms.ofMentor(mentor), request.forms()))
                .toList();
        return new Inputs(request, basis, mentees, mentors, basis.locks(), basis.vetoes());
    }

    private List<Long> eligible(Programme programme, ParticipantRole role) {
        return admissions.eligible(programme.id(), role, AdmissionPurpose.MATCHING, "", EVERYBODY);
    }

    private static boolean isMeant(Candidate mentee, RunRequest request) {
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

    private static Set<PairKey> of(List<PairConstraint> marks, PairConstraintView.Kind kind) {
        return marks.stream()
                .filter(constraint -> constraint.kind() == kind)
                .map(PairConstraint::pair)
                .collect(Collectors.toSet());
    }

    /** Year of school by class: the number that its name begins with. */
    private Map<Long, Integer> grades(Programme programme) {
        Map<Long, Integer> grades = new HashMap<>();
        for (SchoolClass one : classes.of(programme.schoolId(), programme.schoolYear())) {
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
    private Map<PairKey, Boolean> earlier(Set<Long> persons) {
        Map<PairKey, Boolean> known = new HashMap<>();
        for (Earlier pair : persons.isEmpty() ? List.<Earlier>of() : pairs.earlier(persons)) {
            known.merge(new PairKey(pair.personA(), pair.personB()), pair.finished(), Boolean::logicalOr);
            known.merge(new PairKey(pair.personB(), pair.personA()), pair.finished(), Boolean::logicalOr);
        }
        return known;
    }
}

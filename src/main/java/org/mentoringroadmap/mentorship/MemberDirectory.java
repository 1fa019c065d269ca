package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.mentorship.Members.NamedMember;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.person.ShortNames;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in which pair, as far as members were chosen from the registers. Works for whoever asks, since documents ask
 * too: a page shows names only to who may see them.
 */
@Unguarded
@Service
@Transactional
public class MemberDirectory {
    private final MemberRepository members;
    private final MentorshipRepository repository;
    private final MemberAssignment assignment;
    private final Admissions admissions;
    private final ParticipantDirectory directory;
    private final Programmes programmes;
    private final SchoolClasses classes;

    MemberDirectory(
            MemberRepository members,
            MentorshipRepository repository,
            MemberAssignment assignment,
            Admissions admissions,
            ParticipantDirectory directory,
            Programmes programmes,
            SchoolClasses classes) {
        this.members = members;
        this.repository = repository;
        this.assignment = assignment;
        this.admissions = admissions;
        this.directory = directory;
        this.programmes = programmes;
        this.classes = classes;
    }

    /** The team of each of these pairs of one programme of a school; every pair is there. Their names tell them from everybody in the registers. */
    @Transactional(readOnly = true)
    public Map<Long, Members> of(String schoolId, Collection<Long> pairIds) {
        List<Member> all = pairIds.isEmpty() ? List.of() : members.findByMentorshipIdInAndLeftOnIsNull(pairIds);
        Set<Long> standing =
                admissions.standing(all.stream().map(Member::admissionId).toList());
        Map<Long, Participant> people = directory
                .of(all.stream().map(Member::participantId).toList())
                .stream()
                .collect(Collectors.toMap(Participant::id, Function.identity()));
        Map<Long, String> names = people.values().stream()
                .findAny()
                .map(one -> programmes.get(one.programmeId()).schoolYear())
                .map(year -> classes.of(schoolId, year).stream()
                        .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name)))
                .orElse(Map.of());
        List<ShortNames.Named<Long>> named = directory.withTheirNamesakes(people.values()).stream()
                .map(one -> new ShortNames.Named<>(
                        one.person().id(),
                        one.person().details().name(),
                        one.classId().map(names::get).orElse(""),
                        one.person().birthDate().orElse(null)))
                .toList();
        Map<Long, String> shortNames = ShortNames.of(named);
        Map<Long, String> fullNames = ShortNames.full(named);
        Map<Long, List<Member>> byPair = all.stream().collect(Collectors.groupingBy(Member::mentorshipId));
        Map<Long, Members> teams = new HashMap<>();
        pairIds.forEach(id -> {
            List<NamedMember> mentors = new ArrayList<>();
            List<NamedMember> mentees = new ArrayList<>();
            byPair.getOrDefault(id, List.of()).stream()
                    .sorted((a, b) -> name(people, a).compareTo(name(people, b)))
                    .forEach(member -> (member.role() == ParticipantRole.MENTOR ? mentors : mentees)
                            .add(shown(
                                    people.get(member.participantId()),
                                    names,
                                    shortNames,
                                    fullNames,
                                    standing.contains(member.admissionId()))));
            teams.put(id, new Members(mentors.stream().findFirst(), mentees));
        });
        return teams;
    }

    private static String name(Map<Long, Participant> people, Member member) {
        return ParticipantDirectory.nameKey(
                people.get(member.participantId()).person().fullName());
    }

    private static NamedMember shown(
            Participant participant,
            Map<Long, String> classes,
            Map<Long, String> shortNames,
            Map<Long, String> fullNames,
            boolean admitted) {
        return new NamedMember(
                participant.id(),
                participant.person().fullName(),
                shortNames.get(participant.person().id()),
                fullNames.get(participant.person().id()),
                participant.classId().map(classes::get).orElse(""),
                participant.category(),
                participant.person().details().post() == null
                        ? ""
                        : participant.person().details().post(),
                admitted,
                participant.result().orElse(""));
    }

    /** Mentees of a pair with all that is entered about each; for their own mentor. */
    @Transactional(readOnly = true)
    public List<Participant> mentees(Long pairId) {
        return directory.full(assignment.present(pairId).stream()
                .filter(member -> member.role() == ParticipantRole.MENTEE)
                .map(Member::participantId)
                .toList());
    }

    /** The same for several pairs, read together; a pair without mentees is missing. */
    @Transactional(readOnly = true)
    public Map<Long, List<Participant>> mentees(Collection<Long> pairIds) {
        Map<Long, Long> pairs = (pairIds.isEmpty()
                        ? List.<Member>of()
                        : members.findByMentorshipIdInAndLeftOnIsNull(pairIds))
                .stream()
                        .filter(member -> member.role() == ParticipantRole.MENTEE)
                        .collect(Collectors.toMap(Member::participantId, Member::mentorshipId, (one, again) -> one));
        return directory.full(pairs.keySet()).stream().collect(Collectors.groupingBy(mentee -> pairs.get(mentee.id())));
    }

    /**
     * Lets all members of a programme's open pairs in once more, by the consents of the day, as an order on pairs is
     * approved: everybody to the pair, and mentors of workers, whom the school employs, to their duties.
     *
     * @return codes of the pairs with somebody who is not let in; the order cannot name them
     */
    public List<String> hindered(Long programmeId, LocalDate day) {
        Map<Long, Mentorship> open = repository.findByProgrammeIdOrderByKindDescNumber(programmeId).stream()
                .filter(pair -> pair.state().isOpen())
                .collect(Collectors.toMap(Mentorship::id, Function.identity()));
        if (open.isEmpty()) {
            return List.of();
        }
        Set<Long> hindered = hindered(open, day);
        return open.values().stream()
                .filter(pair -> hindered.contains(pair.id()))
                .map(Mentorship::code)
                .sorted()
                .toList();
    }

    /** Which of these open pairs have somebody who is not let in, as {@link #hindered(Long, LocalDate)} says it. */
    public Set<Long> hindered(Map<Long, Mentorship> open, LocalDate day) {
        Set<Long> hindered = new HashSet<>(assignment.hindered(open.keySet(), day));
        hindered.addAll(withoutDuties(open, day));
        return hindered;
    }

    /** When somebody last came into a pair of the programme or left one; empty where pairs have no members. */
    @Transactional(readOnly = true)
    public Optional<LocalDateTime> changedAt(Long programmeId) {
        return members.lastChange(programmeId);
    }

    /** When somebody last came into each pair of the programme or left it; a pair without members is missing. */
    @Transactional(readOnly = true)
    public Map<Long, LocalDateTime> changes(Long programmeId) {
        return members.lastChanges(programmeId).stream()
                .collect(Collectors.toMap(MemberRepository.Change::mentorshipId, MemberRepository.Change::at));
    }

    /** Mentoring of workers needs their consent (Labour Code, article 351.8). */
    private Set<Long> withoutDuties(Map<Long, Mentorship> open, LocalDate day) {
        Map<Long, Long> mentors = assignment.mentors(open.keySet());
        Map<Long, Long> workers = directory.of(mentors.values()).stream()
                .filter(mentor -> mentor.category().worksHere())
                .collect(Collectors.toMap(Participant::id, Participant::id));
        Set<Long> pairs = mentors.keySet().stream()
                .filter(pair -> workers.containsKey(mentors.get(pair)))
                .filter(pair -> mentorsWorkers(open.get(pair)))
                .collect(Collectors.toSet());
        Set<Long> admitted = admissions
                .admit(AdmissionPurpose.ORDER, pairs.stream().map(mentors::get).collect(Collectors.toSet()), day)
                .keySet();
        return pairs.stream()
                .filter(pair -> !admitted.contains(mentors.get(pair)))
                .collect(Collectors.toSet());
    }

    /** Whether the mentor is employed by the school. */
    public static boolean mentorsWorkers(Mentorship pair) {
        return pair.form().orElse(MentoringForm.TEACHER_TEACHER) == MentoringForm.TEACHER_TEACHER;
    }
}

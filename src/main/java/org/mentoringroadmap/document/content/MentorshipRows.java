package org.mentoringroadmap.document.content;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Members;
import org.mentoringroadmap.mentorship.Members.NamedMember;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.springframework.stereotype.Component;

/**
 * The pairs and groups of a programme as documents print them: code, mentor, form, names and classes of the members that
 * were chosen from the registers. Others are lines to be filled by hand. Categories, difficulties and requests of
 * mentees are never printed.
 */
@Component
class MentorshipRows {
    private static final int LINES_OF_UNKNOWN_GROUP = 3;
    private static final int MAX_LINES = 15;

    private final Mentorships mentorships;
    private final MemberDirectory memberDirectory;
    private final Staff staff;
    private final SchoolClasses classes;
    private final DocumentTexts texts;

    MentorshipRows(
            Mentorships mentorships,
            MemberDirectory memberDirectory,
            Staff staff,
            SchoolClasses classes,
            DocumentTexts texts) {
        this.mentorships = mentorships;
        this.memberDirectory = memberDirectory;
        this.staff = staff;
        this.classes = classes;
        this.texts = texts;
    }

    /** Those that are formed or work, pairs before groups, by their codes. */
    List<Map<String, Object>> of(Programme programme) {
        Map<Long, String> people = StaffMember.shortNames(staff.of(programme.schoolId()));
        Map<Mentorship, Members> members = members(programme);
        return members.keySet().stream()
                .map(mentorship -> CommonContent.values(
                        "code", mentorship.code(),
                        "mentor", mentor(mentorship, members.get(mentorship), people),
                        "mentees", lines(mentorship, members.get(mentorship)),
                        "chosen", chosen(members.get(mentorship)),
                        "count", mentorship.mentees() == 0 ? null : mentorship.mentees(),
                        "form",
                                mentorship
                                        .form()
                                        .map(form -> texts.text("document.form." + form.id()))
                                        .orElse(null)))
                .toList();
    }

    private static String mentor(Mentorship mentorship, Members members, Map<Long, String> people) {
        return members.mentor()
                .map(NamedMember::shortNameAndClass)
                .or(() -> mentorship.mentorId().map(people::get))
                .orElse(null);
    }

    /** Mentors who are of the staff. */
    Set<Long> mentors(Long programmeId) {
        return mentorships.of(programmeId).stream()
                .filter(mentorship -> mentorship.state().isOpen())
                .flatMap(mentorship -> mentorship.mentorId().stream())
                .collect(Collectors.toSet());
    }

    /** Mentees from the register: their posts, which may be empty, by their short names in the order of their pairs. */
    Map<String, String> mentees(Programme programme) {
        return posts(programme, members -> members.mentees().stream());
    }

    /** Mentors from the register, in the same way. */
    Map<String, String> registeredMentors(Programme programme) {
        return posts(programme, members -> members.mentor().stream());
    }

    private Map<String, String> posts(Programme programme, Function<Members, Stream<NamedMember>> side) {
        return members(programme).values().stream()
                .flatMap(side)
                .collect(Collectors.toMap(
                        NamedMember::shortName, NamedMember::post, (first, again) -> first, LinkedHashMap::new));
    }

    private Map<Mentorship, Members> members(Programme programme) {
        List<Mentorship> open = mentorships.of(programme.id()).stream()
                .filter(mentorship -> mentorship.state().isOpen())
                .toList();
        Map<Long, Members> members = memberDirectory.of(
                programme.schoolId(), open.stream().map(Mentorship::id).toList());
        Map<Mentorship, Members> pairs = new LinkedHashMap<>();
        open.forEach(pair -> pairs.put(pair, members.get(pair.id())));
        return pairs;
    }

    /**
     * Teachers of the classes whose pupils stand in pairs and groups; empty where there are none yet, and where somebody in them
     * was not chosen from the register, so that nobody knows from which class.
     */
    Optional<Set<Long>> classTeachers(Programme programme) {
        Set<String> names = new HashSet<>();
        Map<Mentorship, Members> pairs = members(programme);
        for (Map.Entry<Mentorship, Members> pair : pairs.entrySet()) {
            List<NamedMember> mentees = pair.getValue().mentees();
            if (mentees.isEmpty() || mentees.size() < pair.getKey().mentees()) {
                return Optional.empty();
            }
            pair.getValue().all().stream().map(NamedMember::className).forEach(names::add);
        }
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .filter(one -> names.contains(one.name()))
                .flatMap(one -> one.teacherId().stream())
                .collect(Collectors.toSet()));
    }

    /**
     * Whether some teacher may become the mentor of another: that needs a written consent and terms in the contract
     * (Labour Code, article 351.8). True as well while a form is not entered.
     */
    boolean mayBeOfWorkers(Long programmeId) {
        return mentorships.of(programmeId).stream()
                .filter(mentorship -> mentorship.state().isOpen())
                .anyMatch(mentorship ->
                        mentorship.form().orElse(MentoringForm.TEACHER_TEACHER) == MentoringForm.TEACHER_TEACHER);
    }

    /** Mentees from the register without lines for others; null where there is none. */
    private static String chosen(Members members) {
        return members.mentees().isEmpty()
                ? null
                : members.mentees().stream().map(NamedMember::nameAndClass).collect(Collectors.joining("\n"));
    }

    /** A name and a class in each line; a line to be filled by hand for whoever was not chosen from the register. */
    private String lines(Mentorship mentorship, Members members) {
        int count = mentorship.mentees() == 0 ? LINES_OF_UNKNOWN_GROUP : Math.min(mentorship.mentees(), MAX_LINES);
        int blank = Math.max(count - members.mentees().size(), 0);
        return Stream.concat(
                        members.mentees().stream().map(NamedMember::nameAndClass),
                        Collections.nCopies(blank, texts.text("document.pairs.mentee")).stream())
                .collect(Collectors.joining("\n"));
    }
}

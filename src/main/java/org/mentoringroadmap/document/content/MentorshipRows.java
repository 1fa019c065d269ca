package org.mentoringroadmap.document.content;

import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    private final DocumentTexts texts;

    MentorshipRows(Mentorships mentorships, MemberDirectory memberDirectory, Staff staff, DocumentTexts texts) {
        this.mentorships = mentorships;
        this.memberDirectory = memberDirectory;
        this.staff = staff;
        this.texts = texts;
    }

    /** Those that are formed or work, pairs before groups, by their codes. */
    List<Map<String, Object>> of(Programme programme) {
        Map<Long, String> people = StaffMember.shortNames(staff.of(programme.schoolId()));
        List<Mentorship> open = mentorships.of(programme.id()).stream()
                .filter(mentorship -> mentorship.state().isOpen())
                .toList();
        Map<Long, Members> members = memberDirectory.of(
                programme.schoolId(), open.stream().map(Mentorship::id).toList());
        return open.stream()
                .map(mentorship -> CommonContent.values(
                        "code", mentorship.code(),
                        "mentor", mentor(mentorship, members.get(mentorship.id()), people),
                        "mentees", lines(mentorship, members.get(mentorship.id())),
                        "chosen", chosen(members.get(mentorship.id())),
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

    /** Mentees from the register, as short names in the order of their pairs; each once. */
    List<String> mentees(Programme programme) {
        return names(programme, members -> members.mentees().stream());
    }

    /** Mentors from the register, in the same way. */
    List<String> mentorNames(Programme programme) {
        return names(programme, members -> members.mentor().stream());
    }

    private List<String> names(Programme programme, Function<Members, Stream<NamedMember>> side) {
        List<Long> open = mentorships.of(programme.id()).stream()
                .filter(mentorship -> mentorship.state().isOpen())
                .map(Mentorship::id)
                .toList();
        Map<Long, Members> members = memberDirectory.of(programme.schoolId(), open);
        return open.stream()
                .flatMap(pair -> side.apply(members.get(pair)))
                .map(NamedMember::shortName)
                .distinct()
                .toList();
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

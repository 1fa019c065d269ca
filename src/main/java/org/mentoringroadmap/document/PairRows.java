package org.mentoringroadmap.document;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.MentoringForm;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Staff;
import org.mentoringroadmap.programme.StaffMember;
import org.springframework.stereotype.Component;

/**
 * The pairs and groups of a programme as documents print them: code, mentor, form. Mentees are kept as numbers, so their
 * names are lines to be filled by hand; nothing else about them is printed.
 */
@Component
class PairRows {
    private static final int LINES_OF_UNKNOWN_GROUP = 3;
    private static final int MOST_LINES = 15;

    private final Mentorships mentorships;
    private final Staff staff;
    private final Texts texts;

    PairRows(Mentorships mentorships, Staff staff, Texts texts) {
        this.mentorships = mentorships;
        this.staff = staff;
        this.texts = texts;
    }

    /** Those that are formed or work, pairs before groups, by their codes. */
    List<Map<String, Object>> of(Programme programme) {
        Map<Long, StaffMember> people =
                staff.of(programme.schoolId()).stream().collect(Collectors.toMap(StaffMember::id, Function.identity()));
        return mentorships.of(programme.id()).stream()
                .filter(mentorship -> mentorship.state().isOpen())
                .map(mentorship -> CommonContent.values(
                        "code", mentorship.code(),
                        "mentor",
                                mentorship
                                        .mentorId()
                                        .map(people::get)
                                        .map(StaffMember::shortName)
                                        .orElse(null),
                        "mentees", lines(mentorship),
                        "count", mentorship.mentees() == 0 ? null : mentorship.mentees(),
                        "form",
                                mentorship
                                        .form()
                                        .map(form -> texts.text("document.form." + form.id()))
                                        .orElse(null)))
                .toList();
    }

    /** Mentors who are of the staff. */
    Set<Long> mentors(Long programmeId) {
        return mentorships.of(programmeId).stream()
                .filter(mentorship -> mentorship.state().isOpen())
                .flatMap(mentorship -> mentorship.mentorId().stream())
                .collect(Collectors.toSet());
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

    private String lines(Mentorship mentorship) {
        int count = mentorship.mentees() == 0 ? LINES_OF_UNKNOWN_GROUP : Math.min(mentorship.mentees(), MOST_LINES);
        return String.join("\n", Collections.nCopies(count, texts.text("document.pairs.mentee")));
    }
}

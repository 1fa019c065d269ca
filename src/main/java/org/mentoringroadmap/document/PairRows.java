package org.mentoringroadmap.document;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.MentoringForm;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.Team;
import org.mentoringroadmap.mentorship.Team.TeamMember;
import org.mentoringroadmap.mentorship.Teams;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Staff;
import org.mentoringroadmap.programme.StaffMember;
import org.springframework.stereotype.Component;

/**
 * The pairs and groups of a programme as documents print them: code, mentor, form, names and classes of the members that
 * were chosen from the registers. Others are lines to be filled by hand. Categories, difficulties and requests of
 * mentees are never printed.
 */
@Component
class PairRows {
    private static final int LINES_OF_UNKNOWN_GROUP = 3;
    private static final int MOST_LINES = 15;

    private final Mentorships mentorships;
    private final Teams teams;
    private final Staff staff;
    private final Texts texts;

    PairRows(Mentorships mentorships, Teams teams, Staff staff, Texts texts) {
        this.mentorships = mentorships;
        this.teams = teams;
        this.staff = staff;
        this.texts = texts;
    }

    /** Those that are formed or work, pairs before groups, by their codes. */
    List<Map<String, Object>> of(Programme programme) {
        Map<Long, StaffMember> people =
                staff.of(programme.schoolId()).stream().collect(Collectors.toMap(StaffMember::id, Function.identity()));
        List<Mentorship> open = mentorships.of(programme.id()).stream()
                .filter(mentorship -> mentorship.state().isOpen())
                .toList();
        Map<Long, Team> members =
                teams.of(programme.schoolId(), open.stream().map(Mentorship::id).toList());
        return open.stream()
                .map(mentorship -> CommonContent.values(
                        "code", mentorship.code(),
                        "mentor", mentor(mentorship, members.get(mentorship.id()), people),
                        "mentees", lines(mentorship, members.get(mentorship.id())),
                        "count", mentorship.mentees() == 0 ? null : mentorship.mentees(),
                        "form",
                                mentorship
                                        .form()
                                        .map(form -> texts.text("document.form." + form.id()))
                                        .orElse(null)))
                .toList();
    }

    private static String mentor(Mentorship mentorship, Team team, Map<Long, StaffMember> people) {
        return team.mentor()
                .map(member -> member.className().isEmpty()
                        ? member.shortName()
                        : member.shortName() + ", " + member.className())
                .or(() -> mentorship.mentorId().map(people::get).map(StaffMember::shortName))
                .orElse(null);
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

    /** A name and a class in each line; a line to be filled by hand for whoever was not chosen from the register. */
    private String lines(Mentorship mentorship, Team team) {
        int count = mentorship.mentees() == 0 ? LINES_OF_UNKNOWN_GROUP : Math.min(mentorship.mentees(), MOST_LINES);
        int blank = Math.max(count - team.mentees().size(), 0);
        return Stream.concat(
                        team.mentees().stream().map(TeamMember::nameAndClass),
                        Collections.nCopies(blank, texts.text("document.pairs.mentee")).stream())
                .collect(Collectors.joining("\n"));
    }
}

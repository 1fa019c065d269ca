package org.mentoringroadmap.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may give roles is told which ones the running roadmap names and nobody holds. */
@ApplicationTest
class UnfilledRolesTest {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Staff staff;

    @Autowired
    private UnfilledRoles unfilled;

    @Test
    void rolesThatTheRoadmapNamesAndNobodyHoldsAreNamed() {
        Role[] held = Stream.of(Role.values())
                .filter(role -> role.isOfSchool() && role != Role.SITE_EDITOR)
                .toArray(Role[]::new);
        TestSchool school = schools.create(held);
        Long programme = Long.valueOf(school.as(Role.CURATOR, () -> school.start("target-model", "2026-2027")));

        assertThat(school.as(Role.CURATOR, () -> unfilled.of(programme)))
                .containsExactly(new Attention("attention.roles", 1, "ответственный за сайт", "/school#roles"));
        assertThat(school.as(Role.TEACHER, () -> unfilled.of(programme))).isEmpty();

        Long editor = school.employWithoutAccount("Редакторова Проба Примеровна");
        school.as(Role.DIRECTOR, () -> {
            staff.change(school.id(), editor, "Редакторова Проба Примеровна", "", Set.of(Role.SITE_EDITOR));
            return null;
        });
        assertThat(school.as(Role.CURATOR, () -> unfilled.of(programme)))
                .as("without an account the tasks stay with the curator")
                .hasSize(1);
        Long curator = school.staffId(Role.CURATOR);
        school.as(Role.DIRECTOR, () -> {
            staff.change(school.id(), curator, "Примеров Пример", "", Set.of(Role.TEACHER));
            return null;
        });
        assertThat(school.as(Role.DIRECTOR, () -> unfilled.of(programme)))
                .extracting(Attention::code)
                .as("nobody is told that the curator has what no curator can do")
                .containsExactly("attention.roles-curator");
        school.as(Role.DIRECTOR, () -> {
            staff.change(school.id(), curator, "Примеров Пример", "", Set.of(Role.CURATOR));
            return null;
        });
        staff.openForDemo(school.id(), editor, "editor-of-" + school.id(), TestSchool.PASSWORD);
        assertThat(school.as(Role.CURATOR, () -> unfilled.of(programme))).isEqualTo(List.of());
    }
}

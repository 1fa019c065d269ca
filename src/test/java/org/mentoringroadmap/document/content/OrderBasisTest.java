package org.mentoringroadmap.document.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.PaperSettings;
import org.mentoringroadmap.school.RegistryCodes;
import org.mentoringroadmap.school.Requisites;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** With what the orders of a programme begin: pupils' and teachers' mentoring stand on different acts. */
@ApplicationTest
class OrderBasisTest {
    private static final String MODEL = "25 декабря 2019 г. № Р-145";
    private static final String LABOUR_CODE = "В соответствии со статьёй 351.8 Трудового кодекса";

    @Autowired
    private TestSchools testSchools;

    @Autowired
    private Schools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private OrderBasis basis;

    private TestSchool school;

    @BeforeEach
    void create() {
        school = testSchools.create();
    }

    @Test
    void eachRoadmapStandsOnActsOfItsOwn() {
        enter(null, " ");

        assertThat(basis("target-model")).contains(MODEL).doesNotContain("351.8");
        assertThat(basis("pupil-to-pupil")).contains(MODEL);
        assertThat(basis("target-model-rollout")).contains(MODEL);
        assertThat(basis("teacher-mentoring")).startsWith(LABOUR_CODE).doesNotContain("Р-145");
        assertThat(basis("young-teachers")).startsWith(LABOUR_CODE).doesNotContain("Р-145");
    }

    @Test
    void whatASchoolHasEnteredForPupilsIsNotPrintedInTeachersOrders() {
        enter("В соответствии с уставом школы.", null);

        assertThat(basis("target-model")).isEqualTo("В соответствии с уставом школы");
        assertThat(basis("teacher-mentoring")).startsWith(LABOUR_CODE);
    }

    @Test
    void whatASchoolHasEnteredForTeachersStandsInPlaceOfTheRoadmaps() {
        enter(null, "В соответствии с Положением о системе наставничества;");

        assertThat(basis("young-teachers")).isEqualTo("В соответствии с Положением о системе наставничества");
        assertThat(basis("target-model")).contains(MODEL);
    }

    private String basis(String roadmap) {
        return basis.of(programmes.get(Long.valueOf(school.start(roadmap, "2026-2027"))));
    }

    private void enter(String pupils, String teachers) {
        school.as(Role.CURATOR, () -> {
            Requisites now = schools.get(school.id()).requisites();
            schools.change(
                    school.id(),
                    new Requisites(
                            now.fullName(),
                            now.shortName(),
                            now.founder(),
                            now.city(),
                            now.address(),
                            now.phone(),
                            now.email(),
                            now.site(),
                            now.directorPost(),
                            pupils,
                            RegistryCodes.NONE,
                            new PaperSettings(null, null, null, teachers, true, true)));
            return null;
        });
    }
}

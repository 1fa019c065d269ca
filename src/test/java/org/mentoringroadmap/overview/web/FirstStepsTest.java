package org.mentoringroadmap.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.overview.web.FirstSteps.State;
import org.mentoringroadmap.overview.web.FirstSteps.Step;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class FirstStepsTest {
    @Autowired
    private FirstSteps steps;

    @Autowired
    private TestSchools testSchools;

    @Autowired
    private Schools schools;

    /** Where nobody is entered nobody lacks an account, and yet nothing is done. */
    @Test
    void nothingIsDoneInAnEmptySchool() {
        assertThat(states(testSchools.create(new Role[0])))
                .containsEntry("classes", State.EMPTY)
                .containsEntry("staff", State.EMPTY)
                .containsEntry("roles", State.OPEN)
                .containsEntry("accounts", State.EMPTY);
    }

    @Test
    void whoHasRolesAndAccountsIsDone() {
        assertThat(states(testSchools.create(Role.CURATOR, Role.DIRECTOR)))
                .containsEntry("staff", State.DONE)
                .containsEntry("roles", State.OPEN)
                .containsEntry("accounts", State.DONE);
    }

    private Map<String, State> states(TestSchool school) {
        return steps.of(schools.get(school.id())).stream().collect(Collectors.toMap(Step::code, Step::state));
    }
}

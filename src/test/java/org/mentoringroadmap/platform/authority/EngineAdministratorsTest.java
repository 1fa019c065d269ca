package org.mentoringroadmap.platform.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringroadmap.platform.authority.EngineAccounts.ENGINE_ADMINISTRATORS;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The group whose members the engine takes for administrators is named by the engine: a database that comes from another
 * engine has not even the group, and its administrators must not be asked to set up a first user.
 */
@ApplicationTest
class EngineAdministratorsTest {
    @Autowired
    private ConfigurableApplicationContext application;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestSchools schools;

    private TestSchool school;
    private String second;

    @BeforeEach
    void aSecondAdministrator() {
        school = schools.create(Role.CURATOR);
        second = "second-administrator-of-" + school.id();
        accounts.create(second, "Примеров Пример", TestSchool.PASSWORD, school.id());
        accounts.assign(second, Set.of(Role.ADMINISTRATOR));
    }

    @AfterEach
    void oneAdministrator() {
        accounts.disable(second);
    }

    @Test
    void everyAdministratorIsOneOfTheEngineAfterAnyStart() {
        List<String> administrators = members(Role.ADMINISTRATOR.id());
        assertThat(administrators).hasSizeGreaterThan(1).contains(second);
        identity.deleteGroup(ENGINE_ADMINISTRATORS);
        assertThat(members(ENGINE_ADMINISTRATORS)).isEmpty();

        start();

        assertThat(members(ENGINE_ADMINISTRATORS))
                .containsExactlyInAnyOrderElementsOf(administrators)
                .doesNotContain(school.login(Role.CURATOR));
    }

    @Test
    void whoIsMissingIsAdmittedAndTheOthersStay() {
        identity.deleteMembership(second, ENGINE_ADMINISTRATORS);

        start();
        start();

        assertThat(members(ENGINE_ADMINISTRATORS))
                .containsExactlyInAnyOrderElementsOf(members(Role.ADMINISTRATOR.id()));
    }

    private void start() {
        application.publishEvent(
                new ApplicationStartedEvent(new SpringApplication(), new String[0], application, Duration.ZERO));
    }

    private List<String> members(String group) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList();
    }
}

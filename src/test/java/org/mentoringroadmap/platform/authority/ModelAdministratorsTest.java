package org.mentoringroadmap.platform.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
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

/** To change models is a role of its own since some version; who could before that goes on, and nobody gets it unasked later. */
@ApplicationTest
class ModelAdministratorsTest {
    @Autowired
    private ConfigurableApplicationContext application;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestSchools schools;

    private TestSchool school;
    private String second;

    @BeforeEach
    void aSecondAdministrator() {
        school = schools.create(Role.CURATOR);
        second = "administrator-without-models-of-" + school.id();
        accounts.create(second, "Примеров Пример", TestSchool.PASSWORD, school.id());
        accounts.assign(second, Set.of(Role.ADMINISTRATOR));
    }

    @AfterEach
    void oneAdministrator() {
        accounts.disable(second);
    }

    @Test
    void theFirstAdministratorChangesModelsAndALaterOneOnlyWhenToldTo() {
        start();

        assertThat(members(Role.MODEL_ADMINISTRATOR)).contains("administrator").doesNotContain(second);
    }

    @Test
    void whoCouldChangeModelsGoesOn() {
        identity.deleteGroup(Role.MODEL_ADMINISTRATOR.id());
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(Role.ADMINISTRATOR.id())
                .resourceType(Resources.DEPLOYMENT)
                .list()
                .forEach(some -> {
                    some.setPermissions(new Permission[] {Permissions.ALL});
                    authorizations.saveAuthorization(some);
                });

        start();
        start();

        assertThat(members(Role.MODEL_ADMINISTRATOR))
                .contains("administrator", second)
                .doesNotContain(school.login(Role.CURATOR));
        assertThat(onDeployments(Role.ADMINISTRATOR)).singleElement().satisfies(only -> {
            assertThat(only.isPermissionGranted(Permissions.READ)).isTrue();
            assertThat(only.isPermissionGranted(Permissions.CREATE)).isFalse();
        });
        assertThat(onDeployments(Role.MODEL_ADMINISTRATOR))
                .singleElement()
                .satisfies(all ->
                        assertThat(all.isPermissionGranted(Permissions.CREATE)).isTrue());
    }

    private void start() {
        application.publishEvent(
                new ApplicationStartedEvent(new SpringApplication(), new String[0], application, Duration.ZERO));
    }

    private List<Authorization> onDeployments(Role role) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(role.id())
                .resourceType(Resources.DEPLOYMENT)
                .list();
    }

    private List<String> members(Role role) {
        return identity.createUserQuery().memberOfGroup(role.id()).list().stream()
                .map(User::getId)
                .toList();
    }
}

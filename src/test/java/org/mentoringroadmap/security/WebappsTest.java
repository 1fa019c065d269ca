package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.Webapps;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's web applications answer where we say they are, and nowhere else; and they are guarded there. */
@RunningApplicationTest
class WebappsTest {
    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private CamundaBpmProperties engine;

    @Test
    void theRootIsTheEngines() {
        assertThat(engine.getWebapp().getApplicationPath()).isEqualTo(Webapps.ROOT);
    }

    @Test
    void everybodyWhoHasSignedInSeesTasklist() {
        TestSchool school = schools.create(Role.CURATOR);

        Caller.Answer page = callers.browser(school, Role.CURATOR).page(Webapps.TASKLIST);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("app-root=\"" + Webapps.ROOT + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {Webapps.COCKPIT, Webapps.ADMIN})
    void administratorsSeeTheRest(String page) {
        assertThat(callers.administratorBrowser().page(page).status()).isEqualTo(200);

        TestSchool school = schools.create(Role.CURATOR);
        assertThat(callers.browser(school, Role.CURATOR).page(page).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {Webapps.TASKLIST, Webapps.COCKPIT, Webapps.ADMIN, Webapps.PAGES + "/welcome/default/"})
    void aStrangerIsSentToSignIn(String page) {
        Caller.Answer answer = callers.anonymous().page(page);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine/engine/default/task",
                "/cockpit/plugin/base/default/process-definition/statistics",
                "/admin/setup/default/user/create"
            })
    void aStrangersProgramIsRefused(String call) {
        assertThat(callers.anonymous().get(Webapps.API + call).status()).isEqualTo(401);
    }
}

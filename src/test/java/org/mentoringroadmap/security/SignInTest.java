package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** How people and programs come in, and how soon they are out again. */
@RunningApplicationTest
class SignInTest {
    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Staff staff;

    private TestSchool school;

    @BeforeEach
    void school() {
        school = schools.create(Role.DIRECTOR, Role.CURATOR, Role.TEACHER);
    }

    @Test
    void onlyTheHealthOfTheApplicationIsPublic() {
        Caller anonymous = callers.anonymous();
        assertThat(anonymous.get("/actuator/health").text()).isEqualTo("{\"status\":\"UP\"}");
        for (String path : List.of(
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/health/database")) {
            assertThat(anonymous.get(path).status()).as(path).isEqualTo(401);
            assertThat(callers.browser(school, Role.DIRECTOR).get(path).status())
                    .as("a page's session: " + path)
                    .isEqualTo(401);
            assertThat(callers.basic(school, Role.DIRECTOR).get(path).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(anonymous.page("/").headers().firstValue("Location").orElse(""))
                .endsWith("/login");
    }

    @Test
    void anAdministratorSeesThePartsAndTheFigures() {
        Caller.Answer health = callers.administrator().get("/actuator/health");
        assertThat(health.json().path("components").fieldNames())
                .toIterable()
                .contains("database", "disk", "queue", "jobExecutor");
        assertThat(health.json().at("/components/queue/details").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("waiting", "oldest", "incidents");
        assertThat(callers.basic(school, Role.DIRECTOR)
                        .get("/actuator/health")
                        .json()
                        .has("components"))
                .isFalse();
        assertThat(callers.administrator().get("/actuator/metrics").text())
                .contains("mentoring.jobs.waiting", "mentoring.incidents.open", "mentoring.database.size")
                .contains("disk.free", "hikaricp.connections.active");
        assertThat(callers.administrator()
                        .get("/actuator/metrics/mentoring.database.breaks")
                        .json()
                        .at("/measurements/0/value")
                        .asInt(-1))
                .isZero();
        for (String path : List.of("/actuator/env", "/actuator/heapdump", "/actuator/loggers")) {
            assertThat(callers.administrator().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void browsersFindTheIconBeforeSigningIn() {
        for (String path : List.of("/favicon.ico", "/static/favicon.svg")) {
            assertThat(callers.anonymous().page(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void jsonAsksForASignInWithoutABrowsersPopup() {
        for (Caller caller : List.of(callers.anonymous(), callers.basic(school.login(Role.DIRECTOR), "wrong"))) {
            for (String path : List.of("/api/programmes", "/api/openapi.json", "/api/no-such")) {
                Caller.Answer answer = caller.get(path);
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
            }
        }
        Caller.Answer rest = callers.anonymous().get("/engine-rest/task");
        assertThat(rest.status()).isEqualTo(401);
        assertThat(rest.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void aSessionWritesJsonWithATokenOnlyAndAScriptWithout() {
        String path = "/api/documents/999999/decision";
        String body = "{\"decision\":\"approve\"}";
        assertThat(callers.browser(school, Role.DIRECTOR).post(path, body).status())
                .isEqualTo(403);
        assertThat(callers.basic(school, Role.DIRECTOR).post(path, body).status())
                .isEqualTo(404);
    }

    /** A page of another site can have a browser send its cookie, but no header of its own. */
    @Test
    void theWebappsWantTheirOwnToken() {
        assertThat(callers.browser(school, Role.TEACHER)
                        .post("/camunda/api/engine/engine/default/task", "{}")
                        .status())
                .isEqualTo(403);
        Caller teacher = callers.browser(school, Role.TEACHER);
        teacher.page("/camunda/app/tasklist/default/");
        assertThat(teacher.post("/camunda/api/engine/engine/default/task", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void cockpitAndAdminAreTheAdministrators() {
        Caller administrator = callers.administratorBrowser();
        for (Role role : List.of(Role.TEACHER, Role.CURATOR, Role.DIRECTOR)) {
            Caller browser = callers.browser(school, role);
            assertThat(browser.page("/camunda/app/tasklist/default/").status()).isEqualTo(200);
            for (String app : List.of("cockpit", "admin")) {
                assertThat(browser.page("/camunda/app/" + app + "/default/").status())
                        .as("%s, %s", app, role)
                        .isEqualTo(403);
                assertThat(administrator
                                .page("/camunda/app/" + app + "/default/")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(browser.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(administrator
                        .get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .status())
                .isEqualTo(200);
    }

    /** The webapps let the first comer become their administrator. */
    @Test
    void nobodySetsUpAnAdministrator() {
        String user =
                "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"a\",\"lastName\":\"b\"},\"credentials\":{\"password\":\"mallory-mallory\"}}";
        String path = "/camunda/api/admin/setup/default/user/create";
        Caller teacher = callers.browser(school, Role.TEACHER);
        teacher.page("/camunda/app/tasklist/default/");
        assertThat(teacher.post(path, user).status()).isEqualTo(403);
        assertThat(callers.anonymous().post(path, user).status()).isIn(401, 403);
        assertThat(callers.basic("mallory", "mallory-mallory")
                        .get("/engine-rest/engine")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aNewPasswordCountsAtOnceAndEndsOpenSessions() {
        Caller script = callers.basic(school, Role.TEACHER);
        Caller browser = callers.browser(school, Role.TEACHER);
        assertThat(script.get("/engine-rest/engine").status()).isEqualTo(200);
        assertThat(browser.page("/help/curator").status()).isEqualTo(200);
        staff.changePassword(school.id(), teacher().id(), "another-password");
        assertThat(callers.basic(school.login(Role.TEACHER), "another-password")
                        .get("/api/programmes")
                        .status())
                .isEqualTo(200);
        assertThat(script.get("/engine-rest/engine").status()).isEqualTo(401);
        assertThat(browser.page("/help/curator").status()).isEqualTo(302);
    }

    @Test
    void takenRolesAreGoneAtOnce() {
        StaffMember member = school.employ("Примеров Пример Второй", Set.of(Role.SECRETARY));
        Caller script = callers.basic(school, Role.SECRETARY);
        Caller browser = callers.browser(school, Role.SECRETARY);
        assertThat(browser.page("/documents/paper").status()).isEqualTo(200);
        String roles = "/engine-rest/group?member=" + school.login(Role.SECRETARY);
        assertThat(script.get(roles).json().findValuesAsText("id")).containsExactly("secretary");
        staff.change(school.id(), member.id(), member.fullName(), "", Set.of(Role.TEACHER));
        assertThat(script.get(roles).json().findValuesAsText("id")).containsExactly("teacher");
        assertThat(browser.page("/documents/paper").status()).isEqualTo(403);
        staff.remove(school.id(), member.id());
        assertThat(script.get(roles).status()).isEqualTo(401);
        assertThat(browser.page("/").status()).isEqualTo(302);
    }

    @Test
    void anAccountIsLockedForAWhileAfterWrongAttempts() {
        Caller guesser = callers.anonymous();
        String answer = "";
        // Each wrong attempt closes the login for twice as long, so that a slow machine comes in time too.
        for (int attempt = 0; attempt < 8 && !answer.contains("вход ненадолго закрывается"); attempt++) {
            Caller.Answer refused = guesser.submit(
                    "/login",
                    "/login",
                    Map.of("username", school.login(Role.DIRECTOR), "password", "угадаю" + attempt));
            answer = guesser.page(
                            URI.create(refused.headers().firstValue("Location").orElseThrow())
                                            .getRawPath()
                                    + "?"
                                    + URI.create(refused.headers()
                                                    .firstValue("Location")
                                                    .orElseThrow())
                                            .getRawQuery())
                    .text();
        }
        assertThat(answer).contains("вход ненадолго закрывается");
        assertThat(callers.anonymous()
                        .submit(
                                "/login",
                                "/login",
                                Map.of("username", "no-such-person", "password", "no-such-password"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("error");
    }

    private StaffMember teacher() {
        return staff.behind(school.login(Role.TEACHER)).orElseThrow();
    }
}

package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.support.Totp;
import org.springframework.beans.factory.annotation.Autowired;

/** How people and programs come in, and how soon they are out again. */
@RunningApplicationTest
class SignInTest {
    private static final Pattern PROBLEM = Pattern.compile("alert-danger[^>]*>([^<]+)<");

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Staff staff;

    @Autowired
    private AccountSafeguards safeguards;

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
        staff.openForDemo(school.id(), teacher().id(), school.login(Role.TEACHER), "another-password");
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

    /** The engine's own lock closed accounts for ever, and the first slip cost a wait. */
    @Test
    void wrongPasswordsCloseTheSignInForAWhile() {
        String login = school.login(Role.DIRECTOR);
        assertThat(problem(login, "угадаю")).contains("Логин или пароль неверны");
        assertThat(problem(login, TestSchool.PASSWORD))
                .as("the first slip is free")
                .isEmpty();

        problem(login, "угадаю");
        assertThat(problem(login, "угадаю")).contains("Логин или пароль неверны");
        assertThat(problem(login, TestSchool.PASSWORD)).contains("Слишком много неверных попыток");
        assertThat(callers.basic(school, Role.DIRECTOR).get("/api/programmes").status())
                .isEqualTo(401);

        TestClock.moveTo(TestClock.now().plusSeconds(2));
        assertThat(problem(login, TestSchool.PASSWORD)).isEmpty();
        assertThat(callers.basic(school, Role.DIRECTOR).get("/api/programmes").status())
                .isEqualTo(200);
    }

    @Test
    void fourteenTriesOverBasicCloseNothingForEver() {
        Caller guesser = callers.basic(school.login(Role.DIRECTOR), "wrong");
        for (int i = 0; i < 14; i++) {
            assertThat(guesser.get("/api/programmes").status()).isEqualTo(401);
            TestClock.moveTo(TestClock.now().plusSeconds(62));
        }
        TestClock.moveTo(TestClock.now().plusMinutes(15));
        assertThat(callers.basic(school, Role.DIRECTOR).get("/api/programmes").status())
                .isEqualTo(200);
    }

    /** This machine is believed what it says as a proxy, so that another address can be played. */
    @Test
    void whoComesFromAnotherAddressIsNotShutOut() {
        String login = school.login(Role.DIRECTOR);
        for (int i = 0; i < 4; i++) {
            problem(login, "угадаю");
        }
        assertThat(problem(login, TestSchool.PASSWORD)).contains("Слишком много неверных попыток");
        assertThat(signIn(callers.anonymous(), login, TestSchool.PASSWORD, "X-Forwarded-For", "203.0.113.7"))
                .doesNotContain("error");
    }

    @Test
    void theAnswerIsTheSameWhetherALoginExistsOrNot() {
        for (int i = 0; i < 4; i++) {
            assertThat(problem("no-such-person-of-" + school.id(), "угадаю" + i))
                    .isNotEmpty()
                    .isEqualTo(problem(school.login(Role.CURATOR), "угадаю" + i));
        }
    }

    @Test
    void thereIsNoSecondDoor() {
        Caller curator = callers.browser(school, Role.CURATOR);
        curator.page("/camunda/app/tasklist/default/");
        Caller.Answer answer = curator.form(
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=" + school.login(Role.DIRECTOR) + "&password=" + TestSchool.PASSWORD,
                "X-XSRF-TOKEN",
                curator.cookie("XSRF-TOKEN"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(curator.page("/").status()).isEqualTo(200);
        assertThat(curator.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .path("userId")
                        .asText())
                .isEqualTo(school.login(Role.CURATOR));
    }

    @Test
    void nobodyTriesThePasswordOfAnother() {
        String verify = "{\"username\":\"%s\",\"password\":\"%s\"}";
        Caller teacher = callers.basic(school, Role.TEACHER);
        assertThat(teacher.post(
                                "/engine-rest/identity/verify",
                                verify.formatted(school.login(Role.DIRECTOR), TestSchool.PASSWORD))
                        .status())
                .isEqualTo(403);
        assertThat(teacher.post(
                                "/engine-rest/identity/verify",
                                verify.formatted(school.login(Role.TEACHER), TestSchool.PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPasswordThatSomebodyElseHasSeenIsChangedFirst() {
        String login = school.login(Role.TEACHER);
        staff.changePassword(school.id(), teacher().id(), "password-from-the-curator");

        for (String path : List.of("/api/programmes", "/engine-rest/task", "/actuator/metrics")) {
            Caller.Answer refused =
                    callers.basic(login, "password-from-the-curator").get(path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            if (!path.startsWith("/actuator")) {
                assertThat(refused.message()).as(path).startsWith("Сначала смените пароль");
            }
        }
        Caller browser = callers.anonymous().signIn(login, "password-from-the-curator");
        for (String path : List.of("/", "/profile", "/documents", "/camunda/app/tasklist/default/", "/help")) {
            assertThat(browser.page(path).headers().firstValue("Location").orElse(""))
                    .as(path)
                    .endsWith("/profile/password");
        }
        assertThat(browser.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(403);
        Caller.Answer page = browser.page("/profile/password");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("видел кто-то ещё");
        String before = browser.cookie("JSESSIONID");

        Caller.Answer changed = browser.submit(
                "/profile/password",
                "/profile/password",
                Map.of(
                        "currentPassword",
                        "password-from-the-curator",
                        "password",
                        "верблюд читает громкие облака",
                        "passwordAgain",
                        "верблюд читает громкие облака"));

        assertThat(changed.status()).isEqualTo(302);
        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(browser.page("/profile").status()).isEqualTo(200);
        assertThat(callers.basic(login, "верблюд читает громкие облака")
                        .get("/api/programmes")
                        .status())
                .isEqualTo(200);
    }

    /** The engine has doors of its own: Admin, Tasklist's «Мой профиль», REST. */
    @Test
    void aPasswordThatAnAdministratorSetsInTheEngineIsChangedTooAndAnOwnOneNot() {
        String login = school.login(Role.TEACHER);
        String credentials = "/engine-rest/user/" + login + "/credentials";
        String body = "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}";
        assertThat(callers.administrator()
                        .put(credentials, body.formatted("верблюд и громкие облака", "administrator-of-tests"))
                        .status())
                .isEqualTo(204);
        Caller teacher = callers.basic(login, "верблюд и громкие облака");
        assertThat(teacher.get("/api/programmes").status()).isEqualTo(403);

        staff.openForDemo(school.id(), teacher().id(), login, TestSchool.PASSWORD);
        assertThat(callers.basic(login, TestSchool.PASSWORD)
                        .put(credentials, body.formatted("чайник под зелёной луной", TestSchool.PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(callers.basic(login, "чайник под зелёной луной")
                        .get("/api/programmes")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoUsesCodesShowsOneAndProgramsHaveAPasswordOfTheirOwn() {
        String login = school.login(Role.CURATOR);
        Caller curator = callers.browser(school, Role.CURATOR);
        curator.submit("/profile", "/profile/codes/prepare", Map.of("password", TestSchool.PASSWORD));
        String key = safeguards.preparedCodes(login).orElseThrow();
        assertThat(curator.page("/profile/codes").text().replace(" ", "")).contains(key);
        assertThat(curator.submit("/profile/codes", "/profile/codes", Map.of("code", Totp.code(key)))
                        .status())
                .isEqualTo(302);
        assertThat(curator.page("/profile").text()).contains("Запасные коды").doesNotContain(key);
        assertThat(curator.page("/profile/codes").status())
                .as("never shown again")
                .isEqualTo(302);
        String program = safeguards.newProgramPassword(login);

        TestClock.moveTo(TestClock.now().plusMinutes(1));
        assertThat(problem(login, TestSchool.PASSWORD)).as("without a code").contains("Логин или пароль неверны");
        assertThat(signIn(Map.of("username", login, "password", TestSchool.PASSWORD, "code", Totp.code(key))))
                .doesNotContain("error");
        assertThat(signIn(Map.of("username", login, "password", TestSchool.PASSWORD, "code", Totp.code(key))))
                .as("the same code again")
                .contains("error");
        TestClock.moveTo(TestClock.now().plusMinutes(1));
        assertThat(callers.basic(login, TestSchool.PASSWORD)
                        .get("/api/programmes")
                        .status())
                .isEqualTo(401);
        TestClock.moveTo(TestClock.now().plusMinutes(1));
        assertThat(callers.basic(login, program).get("/api/programmes").status())
                .isEqualTo(200);
        assertThat(signIn(Map.of("username", login, "password", program, "code", Totp.code(key))))
                .as("the password of programs opens no page")
                .contains("error");
    }

    private String problem(String login, String password) {
        Caller guesser = callers.anonymous();
        String location = signIn(guesser, login, password);
        if (!location.contains("error")) {
            return "";
        }
        Matcher problem = PROBLEM.matcher(guesser.page(location).text());
        assertThat(problem.find()).isTrue();
        return problem.group(1);
    }

    /** Where the sign-in leads. */
    private static String signIn(Caller caller, String login, String password, String... headers) {
        String token = caller.token("/login").orElseThrow();
        String body = Map.of("username", login, "password", password, "_csrf", token).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return path(caller.form("/login", body, headers));
    }

    private String signIn(Map<String, String> fields) {
        return path(callers.anonymous().submit("/login", "/login", fields));
    }

    private static String path(Caller.Answer answer) {
        URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery());
    }

    private StaffMember teacher() {
        return staff.behind(school.login(Role.TEACHER)).orElseThrow();
    }
}

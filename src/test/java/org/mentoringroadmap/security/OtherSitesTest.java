package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a page of another site can make a browser send, with the password or the cookie that the browser adds by itself. */
@RunningApplicationTest
class OtherSitesTest {
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    private static final String MODELER =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " camunda-modeler/5.40.0 Chrome/138.0.7204.251 Electron/37.5.1 Safari/537.36";
    private static final String REFUSED = "Запрос отправила страница другого сайта";

    @LocalServerPort
    private int port;

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    private TestSchool school;

    @BeforeEach
    void school() {
        school = schools.create(Role.DIRECTOR, Role.TEACHER);
    }

    static Stream<List<String>> fromElsewhere() {
        return Stream.of(
                List.of("User-Agent", BROWSER, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"),
                List.of("User-Agent", BROWSER, "Sec-Fetch-Site", "same-site"),
                List.of("User-Agent", BROWSER, "Sec-Fetch-Site", "cross-site", "Origin", "http://localhost"),
                List.of("User-Agent", BROWSER, "Origin", "https://example.org"),
                List.of("User-Agent", BROWSER, "Origin", "http://localhost:1"),
                List.of("User-Agent", BROWSER, "Origin", "null"),
                List.of("User-Agent", BROWSER, "Origin", "file://"),
                List.of("Origin", "nonsense:"));
    }

    @ParameterizedTest
    @MethodSource("fromElsewhere")
    void aForeignPageReachesNothingWithABrowsersPassword(List<String> headers) {
        Caller administrator = callers.administrator();
        String[] sent = headers.toArray(String[]::new);
        for (String path : List.of("/engine-rest/engine", "/api/programmes", "/actuator/metrics")) {
            Caller.Answer answer = administrator.page(path, sent);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.text()).as(path).contains(REFUSED);
        }
        for (String path : List.of("/engine-rest/deployment/create", "/api/documents/999999/decision")) {
            Caller.Answer answer = administrator.form(path, "deployment-name=x", sent);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.message()).as(path).startsWith(REFUSED);
        }
    }

    @ParameterizedTest
    @MethodSource("fromElsewhere")
    void aForeignPageReachesNothingWithTheCookieOfAPage(List<String> headers) {
        Caller teacher = callers.browser(school, Role.TEACHER);
        teacher.page("/camunda/app/tasklist/default/");
        for (String path : List.of("/api/programmes", "/camunda/api/engine/engine/default/task")) {
            assertThat(teacher.get(path).status()).as(path).isEqualTo(200);
            assertThat(teacher.page(path, headers.toArray(String[]::new)).status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void pagesOfOursProgramsAndModelerGoOn() {
        String here = "http://localhost:" + port;
        for (List<String> headers : List.of(
                List.of("User-Agent", "curl/8.5.0"),
                List.of("User-Agent", MODELER),
                List.of("User-Agent", MODELER, "Origin", "file://", "Sec-Fetch-Site", "cross-site"),
                List.of("User-Agent", BROWSER, "Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate"),
                List.of("User-Agent", BROWSER, "Sec-Fetch-Site", "same-origin", "Origin", here),
                List.of("User-Agent", BROWSER, "Origin", here))) {
            String[] sent = Stream.concat(headers.stream(), Stream.of("Accept", "application/json"))
                    .toArray(String[]::new);
            assertThat(callers.administrator().page("/engine-rest/engine", sent).status())
                    .as("%s", headers)
                    .isEqualTo(200);
            assertThat(callers.basic(school, Role.DIRECTOR)
                            .page("/api/programmes", sent)
                            .status())
                    .as("%s", headers)
                    .isEqualTo(200);
            assertThat(callers.browser(school, Role.DIRECTOR)
                            .page("/api/programmes", sent)
                            .status())
                    .as("%s", headers)
                    .isEqualTo(200);
        }
    }

    @Test
    void aBrowserIsNotAskedForAPasswordInAWindowOfItsOwn() {
        for (List<String> headers :
                List.of(List.of("User-Agent", BROWSER), List.of("Sec-Fetch-Mode", "navigate"), List.<String>of())) {
            Caller.Answer answer = callers.anonymous().page("/engine-rest/engine", headers.toArray(String[]::new));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
            assertThat(answer.message()).isEqualTo("Войдите в систему.");
        }
        assertThat(callers.anonymous().get("/engine-rest/engine").headers().firstValue("WWW-Authenticate"))
                .hasValue("Basic realm=\"Mentoring Roadmap\"");
    }

    /** The token of a form is spared to whom Basic has let in, not to whoever writes a header beside a cookie. */
    @Test
    void aHeaderBesideACookieIsNoSignIn() {
        Caller director = callers.browser(school, Role.DIRECTOR);
        String path = "/api/documents/999999/decision";
        for (String header : List.of("Bearer x", "Basic x", "Basic " + basic("nobody", "wrong"), "")) {
            assertThat(director.form(path, "", "Authorization", header).status())
                    .as(header)
                    .isEqualTo(401);
        }
        assertThat(director.form(path, "").status()).isEqualTo(403);
        assertThat(director.form(
                                path,
                                "",
                                "Authorization",
                                "Basic " + basic(school.login(Role.DIRECTOR), TestSchool.PASSWORD))
                        .status())
                .as("a form is no JSON, but the sign-in counts")
                .isEqualTo(415);
    }

    @Test
    void theWebappsHaveNoSignInOfTheirOwn() {
        Caller teacher = callers.browser(school, Role.TEACHER);
        teacher.page("/camunda/app/tasklist/default/");
        String director = "username=" + school.login(Role.DIRECTOR) + "&password=" + TestSchool.PASSWORD;
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            assertThat(teacher.form("/camunda/api/admin/auth/user/default/login/" + app, director)
                            .status())
                    .as(app)
                    .isEqualTo(403);
        }
        assertThat(teacher.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .path("userId")
                        .asText())
                .as("the session is still the teacher's")
                .isEqualTo(school.login(Role.TEACHER));
        assertThat(callers.anonymous()
                        .form("/camunda/api/admin/auth/user/default/login/tasklist", director)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void onlyAdministratorsReadWhatTheInterfaceOffers() {
        for (String path : List.of("/api/openapi.json", "/api/openapi.json.yaml")) {
            assertThat(callers.basic(school, Role.DIRECTOR).get(path).status()).isEqualTo(403);
            assertThat(callers.browser(school, Role.DIRECTOR).get(path).status())
                    .isEqualTo(403);
            assertThat(callers.administrator().get(path).status()).isEqualTo(200);
            assertThat(callers.administratorBrowser().get(path).status()).isEqualTo(200);
        }
    }

    private static String basic(String login, String password) {
        return Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}

package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.RunningProgramme;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no page and no program of ours sends: each is refused with a text, and none leaves a trace in the log. */
@RunningApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest {
    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @ParameterizedTest
    @ValueSource(strings = {"/%ff", "/programmes/1/%00", "/..%2f", "/a|b", "/programmes/{1}", "//", "/login;x=1"})
    void anAddressThatCannotBeReadIsAnsweredInRussian(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).contains("Не получилось", "Content-Security-Policy: default-src '");
        assertThat(answer).doesNotContain("HTTP Status", "Tomcat", "Apache", "Bad Request</");
    }

    /** Nobody has to be signed in for it, so that it could fill the log. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//engine-rest/engine",
                "/engine-rest;a=b/engine",
                "/%65ngine-rest/engine",
                "/./engine-rest/engine",
                "/x/../engine-rest/engine",
                "//camunda/api/engine/engine/",
                "/camunda;a/api/engine/engine/",
                "/camunda/%61pi/engine/engine/"
            })
    void theEnginesRestHasOneSpelling(String path, CapturedOutput log) throws IOException {
        for (String method : List.of("GET", "POST")) {
            String answer = raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                    + "Connection: close\r\n\r\n");

            assertThat(answer).as(method).startsWith("HTTP/1.1 400");
            assertThat(answer).contains("Content-Security-Policy: default-src '");
        }
        assertThat(log.getAll()).doesNotContain("Invalid contextPath");
    }

    @Test
    void aProgramReadsJsonOfIt() throws IOException {
        assertThat(raw("GET /api/%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/json", "{\"message\":\"Адрес или запрос прочитать не удалось");
    }

    /** The host is what the caller says; a redirect does not repeat it. */
    @Test
    void aRedirectIsAPathOfThisApplication() throws IOException {
        for (String path : List.of("/", "/documents?q=x", "/camunda/app/tasklist/default/", "/camunda", "/help")) {
            String answer = raw("GET " + path
                    + " HTTP/1.1\r\nHost: evil.example:81\r\nX-Forwarded-Host: evil.example\r\nAccept: text/html\r\n"
                    + "Connection: close\r\n\r\n");
            assertThat(answer).as(path).contains("\r\nLocation: /").doesNotContain("evil.example");
        }
        TestSchool school = schools.create(Role.CURATOR);
        Caller curator = callers.anonymous();
        Caller.Answer signedIn = curator.submit(
                "/login", "/login", Map.of("username", school.login(Role.CURATOR), "password", TestSchool.PASSWORD));
        assertThat(signedIn.headers().firstValue("Location")).hasValue("/");
        assertThat(curator.page("/help").headers().firstValue("Location")).hasValue("/help/curator");
    }

    @Test
    void dataOfAProgramHaveASizeADepthAndNoHoles(CapturedOutput log) throws IOException {
        TestSchool school = schools.create(Role.CURATOR, Role.DIRECTOR);
        Caller director = callers.basic(school, Role.DIRECTOR);
        String decision = "/api/documents/999999/decision";
        String consents = "/api/participants/999999/consents";
        String start = "/engine-rest/process-definition/key/no-such/start";

        for (String path : List.of(decision, start)) {
            Caller.Answer large = director.post(path, "{\"comment\":\"" + "я".repeat(2 * MEGABYTE) + "\"}");
            assertThat(large.status()).as(path).isEqualTo(413);
            assertThat(large.message()).startsWith("Запрос слишком большой: в нём может быть до 2 МБ данных");
            Caller.Answer zero = director.post(path, "{\"comment\":\"a\\u0000b\"}");
            assertThat(zero.status()).as(path).isEqualTo(400);
            assertThat(zero.message()).startsWith("В запросе есть знак с кодом 0");
            assertThat(chunked(path, school.login(Role.DIRECTOR), 3 * MEGABYTE))
                    .as(path)
                    .startsWith("HTTP/1.1 413");
        }
        assertThat(director.post(decision, "{\"decision\":\"approve\",\"comment\":\"C:\\\\u0000\"}")
                        .status())
                .as("a backslash that stands for itself")
                .isEqualTo(404);
        for (String body : List.of(
                "[".repeat(60) + "]".repeat(60),
                "{\"decision\":" + "[".repeat(200_000),
                "{\"decision\":" + "9".repeat(1_000) + "}",
                "{\"" + "x".repeat(5_000) + "\":1}",
                "null",
                "",
                "{")) {
            assertThat(director.post(decision, body).status())
                    .as(body.substring(0, Math.min(body.length(), 40)))
                    .isEqualTo(400);
        }
        Caller curator = callers.basic(school, Role.CURATOR);
        assertThat(curator.post(consents, signers("\"SELF\"")).status()).isEqualTo(404);
        for (String blank : List.of("null", "\"SELF\",null", "\"\"", "\" \"", "\"NOBODY\"")) {
            assertThat(curator.post(consents, signers(blank)).status())
                    .as(blank)
                    .isEqualTo(400);
        }
        assertThat(log).doesNotContain("ERROR", "\tat org.", "Exception:");
    }

    private static String signers(String list) {
        return "{\"kind\":\"PROCESSING\",\"signedOn\":\"2026-09-01\",\"signers\":[" + list + "]}";
    }

    @Test
    void filesOfAProgramHaveASizeToo() {
        Caller administrator = callers.administrator();
        Caller.Answer large = administrator.deploy("large", Map.of("large.txt", "x".repeat(21 * MEGABYTE)));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.message()).contains("20 МБ файлов");
    }

    @Test
    void theEngineOffersNoMetricsAndNoStartByConditions(CapturedOutput log) {
        TestSchool school = schools.create(Role.TEACHER);
        Caller teacher = callers.browser(school, Role.TEACHER);
        teacher.page("/camunda/app/tasklist/default/");
        for (Caller script : List.of(callers.basic(school, Role.TEACHER), callers.administrator())) {
            for (String root : List.of("/engine-rest", "/engine-rest/engine/default")) {
                for (String path : List.of("/metrics", "/metrics/activity-instance-start/sum", "/telemetry/data")) {
                    assertThat(script.get(root + path).status()).as(path).isEqualTo(404);
                }
                assertThat(script.post(root + "/condition", "{\"variables\":{}}")
                                .status())
                        .isEqualTo(404);
            }
        }
        assertThat(teacher.get("/camunda/api/engine/engine/default/metrics/activity-instance-start/sum")
                        .status())
                .isEqualTo(404);
        assertThat(log).doesNotContain("NullPointerException", "ENGINE-REST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/documents",
                "/nowhere",
                "/static/app.css",
                "/webjars/bootstrap/dist/css/bootstrap.min.css",
                "/api/programmes",
                "/engine-rest/engine",
                "/actuator/health"
            })
    void everyAnswerTellsTheBrowserWhatItMayDo(String path) {
        TestSchool school = schools.create(Role.CURATOR);
        for (Caller caller : List.of(callers.browser(school, Role.CURATOR), callers.anonymous())) {
            Caller.Answer answer = caller.page(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(answer.headers().firstValue("Permissions-Policy").orElse(""))
                    .contains("camera=()", "geolocation=()");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    /** Their forms are made of code, which their own policy allows to a nonce. */
    @Test
    void theWebappsKeepTheirPolicy() {
        Caller administrator = callers.administratorBrowser();
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            Caller.Answer page = administrator.page("/camunda/app/" + app + "/default/");
            assertThat(page.status()).as(app).isEqualTo(200);
            assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("'nonce-", "'strict-dynamic'", "object-src 'none'");
            assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        }
    }

    /** PostgreSQL fails on it: none of these texts gets as far as the database. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x1b, 0x7f, 0x85})
    void aControlCharacterIsNoLoginAndNoSearch(int code, CapturedOutput log) throws IOException {
        TestSchool school = schools.create(Role.CURATOR);
        String odd = school.login(Role.CURATOR) + Character.toString(code);
        for (String path : List.of("/api/programmes", "/engine-rest/task", "/actuator/metrics")) {
            assertThat(callers.basic(odd, TestSchool.PASSWORD).get(path).status())
                    .as(path)
                    .isEqualTo(401);
        }
        String within = Character.toString(code) + school.login(Role.CURATOR).substring(1);
        assertThat(callers.anonymous()
                        .submit(
                                "/login",
                                "/login",
                                Map.of(
                                        "username",
                                        school.login(Role.CURATOR).charAt(0) + within,
                                        "password",
                                        TestSchool.PASSWORD))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("what stands around a login is cut off, what stands in it is not")
                .isNotEqualTo("/");
        String cookie = Base64.getEncoder().encodeToString(odd.getBytes(StandardCharsets.UTF_8));
        assertThat(raw("GET /help HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: JSESSIONID=" + cookie
                        + "\r\n\r\n"))
                .startsWith("HTTP/1.1 302");
        if (code == 0) {
            Caller curator = callers.basic(school, Role.CURATOR);
            for (String query :
                    List.of("/engine-rest/user?firstName=a%00b", "/api/programmes?q=%00", "/documents?q=%00")) {
                assertThat(curator.get(query).status()).as(query).isEqualTo(400);
            }
        }
        assertThat(log).doesNotContain("ERROR", "\tat org.", "Exception:");
    }

    /** The name of a file is a text too. */
    @Test
    void aFileHasAName() throws IOException {
        TestSchool school = schools.create(Role.CURATOR);
        String programme = RunningProgramme.start(callers, school).id();
        for (String name : List.of("a\0.csv", "a\u0001.csv")) {
            assertThat(callers.basic(school, Role.CURATOR)
                            .upload(
                                    "/",
                                    "/api/programmes/" + programme + "/participants/import",
                                    Map.of("role", "MENTEE"),
                                    "file",
                                    name,
                                    "ФИО\nПримеров Пример".getBytes(StandardCharsets.UTF_8))
                            .status())
                    .isEqualTo(400);
        }
    }

    private String chunked(String path, String login, int size) throws IOException {
        String credentials = Base64.getEncoder()
                .encodeToString((login + ":" + TestSchool.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic "
                + credentials + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(size) + "\r\n" + " ".repeat(size) + "\r\n0\r\n\r\n");
    }

    /** As the bytes are written, which no client library would send. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.HtmlUtils;

/** What was typed outlives the sign-in under which it was typed, and is shown to nobody else. */
@RunningApplicationTest
class EndedSignInTest {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"\\s*/?>");
    private static final String TYPED = "Колледж «Потерянный текст» & <дом>\r\nвторая строка";

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private JdbcTemplate database;

    private TestSchool school;
    private String form;
    private String path;

    /** A field of a form. */
    private record Field(String name, String value) {}

    @BeforeEach
    void programme() {
        school = schools.create(Role.DEPUTY, Role.CURATOR, Role.DIRECTOR);
        Long id = programmes
                .open(school.id(), SchoolYear.around(LocalDate.of(2026, 10, 1)), "target-model")
                .id();
        path = "/programmes/" + id + "/partners";
        form = path + "/new";
    }

    @Test
    void theTextComesBackAfterSigningInAndIsStoredOnce() {
        Caller deputy = callers.browser(school, Role.DEPUTY);
        Caller.Answer signIn = sendAfterTheEnd(deputy);
        assertThat(signIn.status()).isEqualTo(403);
        assertThat(signIn.text()).contains("Вход в систему закончился", "name=\"password\"", "Потерянный текст");

        Caller.Answer wrong = deputy.form("/login", body(signIn, "username", "nobody", "password", "x"));
        assertThat(wrong.text()).contains("Логин или пароль неверны", "Потерянный текст");

        Caller.Answer again = signIn(deputy, wrong, Role.DEPUTY);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("Вы вошли снова. Отправить введённое?", "action=\"" + path + "\"");
        assertThat(partners()).isZero();

        Caller.Answer stored = deputy.form(path, body(again));
        assertThat(stored.status()).isBetween(302, 303);
        deputy.form(path, body(again));
        assertThat(partners()).isEqualTo(1);
        assertThat(database.queryForObject("select name from partner where school_id = ?", String.class, school.id()))
                .startsWith("Колледж «Потерянный текст» & <дом>");
    }

    @Test
    void nobodyElseGetsToSeeIt() {
        Caller browser = callers.browser(school, Role.DEPUTY);
        Caller.Answer other = signIn(browser, sendAfterTheEnd(browser), Role.CURATOR);
        assertThat(other.text()).contains("Форму заполнял другой человек").doesNotContain("Потерянный");
        assertThat(partners()).isZero();
    }

    /** Somebody signed in again in another window. */
    @Test
    void aFormOfAnOlderSignInIsShownAtOnce() {
        Caller deputy = callers.browser(school, Role.DEPUTY);
        String body = typed(deputy);
        endSessions();
        deputy.signIn(school.login(Role.DEPUTY), TestSchool.PASSWORD);
        Caller.Answer again = deputy.form(path, body);
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.text()).contains("Отправить введённое?", "Потерянный текст");
        assertThat(deputy.form(path, body(again)).status()).isBetween(302, 303);
        assertThat(partners()).isEqualTo(1);

        Caller director = callers.browser(school, Role.DEPUTY);
        String ofDeputy = typed(director);
        endSessions();
        director.signIn(school.login(Role.CURATOR), TestSchool.PASSWORD);
        assertThat(director.form(path, ofDeputy).text())
                .contains("Форму заполнял другой человек")
                .doesNotContain("Потерянный");
    }

    @Test
    void whatAnotherSiteSendsIsNotCarriedAlong() {
        Caller deputy = callers.browser(school, Role.DEPUTY);
        String body = typed(deputy);
        endSessions();
        // Another program of the same computer is another site too.
        for (String site : List.of("https://elsewhere.example", "http://localhost:1", "null")) {
            Caller.Answer answer = deputy.form(path, body, "Origin", site);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("Войдите ещё раз").doesNotContain("Потерянный");
        }
    }

    @Test
    void whatIsTooLongIsSaidHonestly() {
        Caller deputy = callers.browser(school, Role.DEPUTY);
        String body = typed(deputy) + "&contribution=" + "a".repeat(200_001);
        endSessions();
        assertThat(deputy.form(path, body).text()).contains("слишком длинный").doesNotContain("Потерянный");
    }

    @Test
    void filesMustBeChosenAgain() {
        Caller deputy = callers.browser(school, Role.DEPUTY);
        endSessions();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("Фамилия".getBytes(StandardCharsets.UTF_8));
        String upload = path.replace("/partners", "/participants/import");
        Caller.Answer signIn = deputy.upload(
                "/login", upload, java.util.Map.of("role", "MENTEE"), "file", "a.csv", file.toByteArray());
        Caller.Answer again = signIn(deputy, signIn, Role.DEPUTY);
        assertThat(again.text())
                .contains("Файлы нужно выбрать ещё раз", "type=\"file\"", "multipart/form-data", "MENTEE");
    }

    @Test
    void aMissingRightIsNoEndedSignIn() {
        Caller director = callers.browser(school, Role.DIRECTOR);
        Caller.Answer refused = director.submit("/", "/camunda/app/cockpit/default/", java.util.Map.of("a", "b"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("нет права на это действие").doesNotContain("Отправить введённое");
    }

    @Test
    void aPageComesBackAfterSigningInAndAPartOfOneDoesNot() {
        Caller browser = callers.anonymous();
        assertThat(browser.page(form).headers().firstValue("Location").orElse(""))
                .endsWith("/login");
        Caller.Answer signedIn = signIn(browser, browser.page("/login"), Role.DEPUTY);
        assertThat(URI.create(signedIn.headers().firstValue("Location").orElseThrow())
                        .getPath())
                .isEqualTo(form);

        Caller part = callers.anonymous();
        assertThat(part.page(path, "Sec-Fetch-Dest", "empty").status()).isEqualTo(401);
        Caller.Answer htmx = part.page(path, "HX-Request", "true");
        assertThat(htmx.status()).isEqualTo(401);
        assertThat(htmx.headers().firstValue("HX-Redirect")).isPresent();
        Caller.Answer main = signIn(part, part.page("/login"), Role.DEPUTY);
        assertThat(URI.create(main.headers().firstValue("Location").orElseThrow())
                        .getPath())
                .isEqualTo("/");
    }

    @Test
    void whatAnUpgradeHasMadeUnreadableSignsOut() {
        Caller deputy = callers.browser(school, Role.DEPUTY);
        assertThat(deputy.page("/help/curator").status()).isEqualTo(200);
        database.update("update spring_session_attributes set attribute_bytes = ?", new byte[] {1, 2, 3});
        Caller.Answer page = deputy.page("/help/curator");
        assertThat(page.status()).isEqualTo(302);
        deputy.signIn(school.login(Role.DEPUTY), TestSchool.PASSWORD);
        assertThat(deputy.page("/help/curator").status()).isEqualTo(200);
        assertThat(deputy.page("/camunda/app/tasklist/default/").status()).isEqualTo(200);
    }

    @Test
    void aSessionHoldsALoginAndNoName() {
        Caller deputy = callers.browser(school, Role.DEPUTY);
        deputy.page("/camunda/app/tasklist/default/");
        deputy.page("/");
        String name = database.queryForObject(
                "select last_ from act_id_user where id_ = ?", String.class, school.login(Role.DEPUTY));
        List<String> sessions = database.query(
                "select attribute_bytes from spring_session_attributes",
                (row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8));
        assertThat(sessions).anyMatch(text -> text.contains(school.login(Role.DEPUTY)));
        assertThat(sessions).noneMatch(text -> text.contains(name));
    }

    /** The time of the last access is written once a minute; pictures and the health do not even read. */
    @Test
    void lookingWritesNoSession() {
        Caller deputy = callers.browser(school, Role.DEPUTY);
        deputy.page("/help/curator");
        lastAccess(Duration.ofMinutes(10)); // however slow the machine is, this minute is not over
        Long before = lastAccess();
        deputy.page("/help/curator");
        assertThat(lastAccess()).isEqualTo(before);
        lastAccess(Duration.ofMinutes(-2));
        before = lastAccess();
        deputy.page("/static/app.css");
        assertThat(lastAccess()).as("styles").isEqualTo(before);
        deputy.get("/actuator/health");
        assertThat(lastAccess()).as("health").isEqualTo(before);
        deputy.page("/help/curator");
        assertThat(lastAccess()).isGreaterThan(before);
    }

    private void lastAccess(Duration fromNow) {
        database.update(
                "update spring_session set last_access_time = ?", System.currentTimeMillis() + fromNow.toMillis());
    }

    private Long lastAccess() {
        return database.queryForObject("select max(last_access_time) from spring_session", Long.class);
    }

    private Caller.Answer sendAfterTheEnd(Caller caller) {
        String body = typed(caller);
        endSessions();
        return caller.form(path, body);
    }

    private String typed(Caller caller) {
        return body(caller.page(form), "kind", "COLLEGE", "name", TYPED);
    }

    private Caller.Answer signIn(Caller caller, Caller.Answer page, Role role) {
        return caller.form("/login", body(page, "username", school.login(role), "password", TestSchool.PASSWORD));
    }

    private void endSessions() {
        database.update("delete from spring_session");
    }

    private Integer partners() {
        return database.queryForObject("select count(*) from partner where school_id = ?", Integer.class, school.id());
    }

    /** The hidden fields of the page's last form, which is not that of the top bar, and what is typed beside them. */
    private static String body(Caller.Answer page, String... typed) {
        String form = page.text().substring(page.text().lastIndexOf("<form"));
        List<Field> fields = HIDDEN.matcher(form)
                .results()
                .map(EndedSignInTest::field)
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        for (int i = 0; i < typed.length; i += 2) {
            fields.add(new Field(typed[i], typed[i + 1]));
        }
        return fields.stream()
                .map(field -> encode(field.name()) + "=" + encode(field.value()))
                .collect(Collectors.joining("&"));
    }

    private static Field field(MatchResult found) {
        return new Field(HtmlUtils.htmlUnescape(found.group(1)), HtmlUtils.htmlUnescape(found.group(2)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A form that is sent twice is handled once, whatever it makes. */
abstract class RepeatedFormsContract {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private JdbcTemplate database;

    private TestSchool school;
    private Long programme;
    private MockHttpSession deputy;

    /** A form and the table in which it makes a row. */
    private record Form(String path, String table, Map<String, String> fields) {}

    @BeforeEach
    void signIn() throws Exception {
        school = schools.create(Role.CURATOR, Role.DEPUTY);
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.of(2026, 10, 1)), "target-model")
                .id();
        deputy = Sessions.of(mvc, school, Role.DEPUTY);
    }

    /** Both at the same moment, and a third one later. */
    @Test
    void aDoubleClickMakesOne() throws Exception {
        for (Form form : forms()) {
            int before = count(form.table());
            String token = token();

            List<MockHttpServletResponse> answers = both(form, token);

            assertThat(answers.get(0).getStatus()).as(form.path()).isBetween(302, 303);
            assertThat(answers.get(1).getStatus())
                    .as(form.path())
                    .isEqualTo(answers.get(0).getStatus());
            assertThat(answers.get(1).getRedirectedUrl())
                    .isEqualTo(answers.get(0).getRedirectedUrl());
            assertThat(count(form.table()) - before).as(form.table()).isEqualTo(1);
            assertThat(send(form, token).getRedirectedUrl())
                    .as("later")
                    .isEqualTo(answers.get(0).getRedirectedUrl());
            assertThat(count(form.table()) - before).as("later").isEqualTo(1);
        }
    }

    @Test
    void aPageThatIsOpenedAgainMakesAnother() throws Exception {
        Form pair = forms().get(1);
        int before = count(pair.table());

        send(pair, token());
        send(pair, token());

        assertThat(count(pair.table()) - before).isEqualTo(2);
    }

    @Test
    void anotherTextFromTheSamePageIsAnotherForm() throws Exception {
        Form person = forms().get(0);
        Map<String, String> other = new LinkedHashMap<>(person.fields());
        other.put("firstName", "Другой");
        int before = count(person.table());
        String token = token();

        send(person, token);
        send(new Form(person.path(), person.table(), other), token);

        assertThat(count(person.table()) - before).isEqualTo(2);
    }

    /** What made nothing stands in nobody's way. */
    @Test
    void whatWasRefusedMayBeTriedAgain() throws Exception {
        Form partner = forms().get(2);
        String token = token();
        Form wrong = new Form(partner.path(), partner.table(), Map.of("name", "Без вида"));
        assertThat(both(wrong, token))
                .extracting(MockHttpServletResponse::getStatus)
                .containsOnly(400);
        assertThat(send(wrong, token).getStatus()).isEqualTo(400);
        assertThat(database.queryForObject("select count(*) from form_key where status is null", Integer.class))
                .isZero();
    }

    private List<Form> forms() {
        String root = "/programmes/" + programme;
        return List.of(
                new Form(
                        root + "/participants",
                        "participant",
                        Map.of(
                                "role",
                                "MENTEE",
                                "lastName",
                                "Двойнов",
                                "firstName",
                                "Клик",
                                "category",
                                "PUPIL",
                                "birthDate",
                                "2012-03-04")),
                new Form(root + "/pairs", "mentorship", Map.of("kind", "PAIR", "form", "", "basis", "x")),
                new Form(root + "/partners", "partner", Map.of("kind", "COLLEGE", "name", "Колледж «Пример»")),
                new Form(root + "/searches", "mentorship_search", Map.of()));
    }

    private String token() throws Exception {
        Matcher token = TOKEN.matcher(
                mvc.perform(get("/").session(deputy)).andReturn().getResponse().getContentAsString());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private List<MockHttpServletResponse> both(Form form, String token) throws Exception {
        ExecutorService clicks = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            Future<MockHttpServletResponse> first = clicks.submit(() -> {
                together.await();
                return send(form, token);
            });
            Future<MockHttpServletResponse> second = clicks.submit(() -> {
                together.await();
                return send(form, token);
            });
            return List.of(first.get(5, TimeUnit.MINUTES), second.get(5, TimeUnit.MINUTES));
        } finally {
            clicks.shutdownNow();
        }
    }

    private MockHttpServletResponse send(Form form, String token) throws Exception {
        MockHttpServletRequestBuilder request =
                post(form.path()).session(deputy).param("_csrf", token);
        form.fields().forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private int count(String table) {
        return database.queryForObject("select count(*) from " + table, Integer.class);
    }
}

package org.mentoringroadmap.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** «Папка проверяющего» and moved terms as people see them. */
@ApplicationTest
class FolderPagesTest {
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private TestSchools schools;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private Evidence evidence;

    @Autowired
    private Steps steps;

    @Autowired
    private Terms terms;

    @Autowired
    private Clock clock;

    @Autowired
    private MockMvc mvc;

    private TestSchool school;
    private Long programme;

    @BeforeEach
    void startInAutumn() {
        TestClock.moveTo(LocalDateTime.of(2025, 9, 10, 10, 0));
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.TEACHER, Role.MENTOR, Role.PSYCHOLOGIST, Role.DIRECTOR);
        programme = Long.valueOf(school.start("target-model", "2025-2026"));
        school.as(Role.CURATOR, () -> {
            record("000-1.1.1", new OutcomeInput(Outcome.DONE, LocalDate.of(2025, 9, 1), null, "Сделано", null));
            record("000-1.2.6", new OutcomeInput(Outcome.DONE, LocalDate.of(2025, 9, 2), null, null, null));
            evidence.attach(programme, "000-1.2.6", "=письмо.pdf", PDF);
            evidence.attach(programme, "000-1.2.6", "=письмо.pdf", PDF);
            record("000-1.3.1", new OutcomeInput(Outcome.EARLIER, LocalDate.of(2025, 5, 30), "3-ОД", null, null));
            return steps.result(
                    programme,
                    "000-1.4.1",
                    "block-of-" + programme,
                    "Task_Count",
                    new StepInput(
                            new OutcomeInput(Outcome.DONE, LocalDate.of(2025, 9, 3), null, null, null),
                            Map.of("invited", 40),
                            Map.of("conclusions", "Просят помочь с математикой")));
        });
    }

    @Test
    void everyItemHasItsOutcomeItsProofOrTheGap() throws Exception {
        page(Role.DEPUTY, "/programmes/{id}/folder")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("№ 3-ОД"),
                                containsString("=письмо.pdf"),
                                containsString("Приглашено: 40"),
                                containsString("Просят помочь с математикой"),
                                containsString("нет подтверждения"),
                                containsString("нет итога"))));
    }

    @Test
    void onlyWhoKeepsThePapersOpensIt() throws Exception {
        for (Role role : new Role[] {Role.TEACHER, Role.MENTOR, Role.PSYCHOLOGIST}) {
            for (String path : new String[] {"/programmes/{id}/folder", "/programmes/{id}/folder.zip"}) {
                page(role, path).andExpect(status().isForbidden());
            }
            for (String path : new String[] {"/", "/programmes/{id}"}) {
                page(role, path).andExpect(content().string(not(containsString("/folder"))));
            }
        }
        page(Role.DIRECTOR, "/programmes/{id}").andExpect(content().string(containsString("/folder")));
    }

    /** Consents are special: the director sees that they are no gap, and neither their names nor their files. */
    @Test
    void theArchiveHoldsWhatTheReaderMayRead() throws Exception {
        school.as(Role.CURATOR, () -> {
            record("000-2.1.2b", new OutcomeInput(Outcome.DONE, LocalDate.of(2025, 9, 3), null, null, null));
            return evidence.attach(programme, "000-2.1.2b", "согласие Примерова.pdf", PDF);
        });

        assertThat(unzip(page(Role.CURATOR, "/programmes/{id}/folder.zip").andReturn())
                        .keySet())
                .anyMatch(name -> name.endsWith("согласие Примерова.pdf"));
        Map<String, byte[]> files =
                unzip(page(Role.DIRECTOR, "/programmes/{id}/folder.zip").andReturn());
        assertThat(files.keySet()).noneMatch(name -> name.contains("Примерова"));
        for (String inventory : new String[] {"Опись.html", "Опись.csv"}) {
            assertThat(new String(files.get(inventory), StandardCharsets.UTF_8)).doesNotContain("Примерова");
        }
        page(Role.DIRECTOR, "/programmes/{id}/folder?gaps=true")
                .andExpect(content()
                        .string(allOf(
                                containsString("activities/000-1.1.1"), not(containsString("activities/000-2.1.2b")))));
        page(Role.DIRECTOR, "/programmes/{id}/folder?q=Примерова")
                .andExpect(content().string(containsString("Таких пунктов нет")));
    }

    @Test
    void onlyTheGaps() throws Exception {
        page(Role.CURATOR, "/programmes/{id}/folder?gaps=true")
                .andExpect(content()
                        .string(allOf(
                                containsString("activities/000-1.1.1"),
                                not(containsString("activities/000-1.2.6")),
                                not(containsString("activities/000-1.3.1")),
                                not(containsString("activities/000-1.4.1\"")))));
        page(Role.CURATOR, "/programmes/{id}/folder?q=письмо.pdf")
                .andExpect(content()
                        .string(allOf(
                                containsString("activities/000-1.2.6"), not(containsString("activities/000-1.1.1")))));
        page(Role.CURATOR, "/programmes/{id}/folder?q=неттакого")
                .andExpect(content().string(containsString("Таких пунктов нет")));
    }

    @Test
    void oneArchiveOfEverything() throws Exception {
        Map<String, byte[]> files =
                unzip(page(Role.CURATOR, "/programmes/{id}/folder.zip").andReturn());

        assertThat(files.keySet()).contains("Опись.html", "Опись.csv");
        assertThat(files.keySet())
                .filteredOn(name -> name.startsWith("1.2.6 "))
                .hasSize(2)
                .anyMatch(name -> name.endsWith("/=письмо.pdf"))
                .anyMatch(name -> name.endsWith("/=письмо (2).pdf"));
        assertThat(new String(files.get("Опись.html"), StandardCharsets.UTF_8))
                .contains("№ 3-ОД", "Приглашено: 40", "нет подтверждения");
        assertThat(new String(files.get("Опись.csv"), StandardCharsets.UTF_8))
                .startsWith("\uFEFFПункт;")
                .contains("\"1.2.6\"", "\"'=письмо.pdf; =письмо (2).pdf\"", "\"Приглашено: 40\"");
    }

    @Test
    void othersDoNotSeeIt() throws Exception {
        TestSchool other = schools.create(Role.CURATOR);
        for (String path : new String[] {"/programmes/{id}/folder", "/programmes/{id}/folder.zip"}) {
            mvc.perform(get(path, programme).session(session(other, Role.CURATOR)))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(post("/programmes/{id}/activities/000-1.2.5/term", programme)
                        .session(session(other, Role.CURATOR))
                        .with(csrf())
                        .param("due", "2025-11-15")
                        .param("reason", "Чужое"))
                .andExpect(status().isNotFound());
    }

    /** There is no line on the page in which a refusal could stand, so the page itself says it. */
    @Test
    void aTermOfWhatIsNotInTheRoadmapIsNotFound() throws Exception {
        mvc.perform(post("/programmes/{id}/activities/000-9.9.9/term", programme)
                        .session(session(school, Role.CURATOR))
                        .with(csrf())
                        .param("due", "2025-11-15")
                        .param("reason", "Нет такого"))
                .andExpect(status().isNotFound());
    }

    @Test
    void theDeputyMovesATermAndEverybodyReadsWhy() throws Exception {
        move(Role.DEPUTY, "2025-11-15", "Сайт на ремонте")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/programmes/" + programme + "#item-000-1.2.5"));

        for (String path : new String[] {"/programmes/{id}", "/programmes/{id}/activities/000-1.2.5"}) {
            page(Role.TEACHER, path)
                    .andExpect(content()
                            .string(allOf(
                                    containsString("до 15.11.2025"),
                                    containsString("30.09.2025"),
                                    containsString("Сайт на ремонте"),
                                    not(containsString("Перенести срок")))));
        }
        page(Role.CURATOR, "/programmes/{id}").andExpect(content().string(containsString("Перенести срок")));
        page(Role.CURATOR, "/api/programmes/{id}/activities")
                .andExpect(content().string(containsString("\"due\":\"2025-11-15\"")));
    }

    @Test
    void whatCannotBeMovedIsRefused() throws Exception {
        move(Role.TEACHER, "2025-11-15", "Хочу").andExpect(status().isForbidden());
        staysOnThePage("2025-09-01", "Раньше", "Новый срок уже прошёл", "2025-09-01", "Раньше");
        staysOnThePage("2025-11-15", "", "почему срок переносится", "2025-11-15");
        staysOnThePage("", "Когда-нибудь", "Укажите новый срок", "Когда-нибудь");

        assertThat(terms.of(programme)).isEmpty();
    }

    /** The row of the year page and the page of the activity say why, and keep what was typed. */
    private void staysOnThePage(String due, String reason, String... shown) throws Exception {
        staysOn("", "/programmes/" + programme, "#item-000-1.2.5", due, reason, shown);
        staysOn("activity", "/programmes/" + programme + "/activities/000-1.2.5", "", due, reason, shown);
    }

    private void staysOn(String from, String page, String anchor, String due, String reason, String... shown)
            throws Exception {
        MockHttpSession deputy = session(school, Role.DEPUTY);
        move(deputy, from, due, reason).andExpect(status().isSeeOther()).andExpect(redirectedUrl(page + anchor));
        String html = mvc.perform(get(page).session(deputy))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).contains(shown).containsOnlyOnce("alert-danger");
    }

    @Test
    void beforeTheTermsAreConfirmedNothingIsLate() throws Exception {
        programme = Long.valueOf(school.startUnconfirmed("target-model", "2024-2025"));

        page(Role.CURATOR, "/programmes/{id}")
                .andExpect(content()
                        .string(allOf(
                                containsString("ещё не подтверждены"), not(containsString("не начато, срок прошёл")))));
    }

    private void record(String item, OutcomeInput input) {
        outcomes.record(programme, item, input);
    }

    private ResultActions move(Role role, String due, String reason) throws Exception {
        return move(session(school, role), "", due, reason);
    }

    private ResultActions move(MockHttpSession browser, String from, String due, String reason) throws Exception {
        return mvc.perform(post("/programmes/{id}/activities/000-1.2.5/term", programme)
                .session(browser)
                .param("from", from)
                .with(csrf())
                .param("due", due)
                .param("reason", reason));
    }

    private ResultActions page(Role role, String path) throws Exception {
        return mvc.perform(get(path, programme).session(session(school, role)));
    }

    private MockHttpSession session(TestSchool of, Role role) throws Exception {
        return (MockHttpSession) mvc.perform(formLogin().user(of.login(role)).password(TestSchool.PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
    }

    private static Map<String, byte[]> unzip(org.springframework.test.web.servlet.MvcResult answer) throws IOException {
        assertThat(answer.getResponse().getContentType()).startsWith("application/zip");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}

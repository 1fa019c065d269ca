package org.mentoringroadmap.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.programme.ModelUpdates;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.EditedModel;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Several years at once, and what a year has recorded about an activity that its roadmap no longer has. */
@ApplicationTest
class YearsPagesTest {
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    private static final String REMOVED = "исключено из карты";
    private static final String SITE = "target-model-1-conditions~Activity_PublishOnSite";

    @Autowired
    private TestSchools schools;

    @Autowired
    private MatchingRuns runs;

    @Autowired
    private ModelUpdates updates;

    @Autowired
    private Evidence evidence;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private MockMvc mvc;

    private final List<String> deployments = new ArrayList<>();
    private TestSchool school;
    private MockHttpSession curator;
    private String running;

    @BeforeEach
    void aYearThatRuns() throws Exception {
        TestClock.moveTo(LocalDateTime.of(2026, 11, 10, 10, 0));
        school = schools.create(Role.CURATOR, Role.DEPUTY);
        curator = Sessions.of(mvc, school, Role.CURATOR);
        running = school.start("target-model", "2026-2027");
    }

    @AfterEach
    void takeBack() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void theNextYearDoesNotTakeTheMenu() throws Exception {
        String next = school.start("target-model", "2027-2028");

        open("/roadmap").andExpect(redirectedUrl("/programmes/" + running));
        open("/participants").andExpect(redirectedUrl("/programmes/" + running + "/participants"));
        open("/pairs").andExpect(redirectedUrl("/programmes/" + running + "/pairs"));
        open("/documents")
                .andExpect(content().string(containsString("2026‑2027 учебный год")))
                .andExpect(content().string(containsString("href=\"/programmes/" + next + "\">2027‑2028 учебный год")));
        open("/programmes/" + next)
                .andExpect(content().string(containsString("<strong>2027-2028 учебный год</strong>")))
                .andExpect(content().string(containsString("href=\"/programmes/" + next + "/participants\"")))
                .andExpect(
                        content().string(containsString("href=\"/programmes/" + running + "\">2026‑2027 учебный год")))
                .andExpect(content().string(containsString("href=\"/participants\"")));
        open("/programmes/" + next + "/participants")
                .andExpect(content()
                        .string(containsString(
                                "href=\"/programmes/" + running + "/next#people\">взять из прошлого года</a>")));
        open("/programmes/" + running + "/participants")
                .andExpect(content().string(not(containsString("взять из прошлого года"))));
        open("/programmes/" + running).andExpect(content().string(not(containsString("<strong>2027"))));
    }

    /** Only what was not started is offered, the next year of what runs before all; a page that is out of date leads on. */
    @Test
    void aYearIsOfferedOnce() throws Exception {
        String page = open("/programmes").andReturn().getResponse().getContentAsString();
        assertThat(page)
                .contains("value=\"target-model/2027-2028\" selected", "value=\"young-teachers/2026-2027\"")
                .doesNotContain("value=\"target-model/2026-2027\"");

        Map<String, ?> flash = mvc.perform(
                        post("/programmes").session(curator).with(csrf()).param("choice", "target-model/2026-2027"))
                .andExpect(redirectedUrl("/programmes"))
                .andReturn()
                .getFlashMap();
        mvc.perform(get("/programmes").session(curator).flashAttr("already", flash.get("already")))
                .andExpect(content().string(containsString("на 2026-2027 учебный год уже запущена")))
                .andExpect(content().string(containsString("href=\"/programmes/" + running + "\">Открыть её")));

        mvc.perform(post("/programmes").session(curator).with(csrf()).param("choice", "target-model/2027-2028"))
                .andExpect(redirectedUrl("/programmes"));
        assertThat(open("/programmes").andReturn().getResponse().getContentAsString())
                .doesNotContain("value=\"target-model/2027-2028\"")
                .contains("value=\"target-model/2025-2026\"");
    }

    @Test
    void aYearWhoseTermsAllLieAheadAwaitsNobodysWordAboutThem() throws Exception {
        String next = school.start("target-model", "2027-2028");

        for (String page : List.of("", "/year")) {
            open("/programmes/" + next + page)
                    .andExpect(content().string(not(containsString("Сроки года ещё не подтверждены"))));
        }
    }

    @Test
    void aSecondRoadmapOfTheYearDoesNotTakeTheMenuEither() throws Exception {
        deploy(
                "another-model.bpmn",
                EditedModel.shipped("target-model.bpmn").process("another-model", "Другая карта", "9"));
        String other = school.start("another-model", "2026-2027");

        open("/roadmap").andExpect(redirectedUrl("/programmes/" + running));
        open("/documents")
                .andExpect(content().string(containsString("<h2>Другая карта</h2>")))
                .andExpect(content().string(containsString("href=\"/programmes/" + other + "\"")));
        Long run = school.as(
                Role.CURATOR,
                () -> runs.propose(Long.valueOf(other), new RunRequest(Set.of(), Set.of(), false))
                        .id());
        // Its address does not say of which roadmap it is; the line of the right one is marked all the same.
        open("/matching-runs/" + run)
                .andExpect(content()
                        .string(containsString("href=\"/programmes/" + other + "/pairs\" aria-current=\"page\"")))
                .andExpect(content()
                        .string(not(
                                containsString("href=\"/programmes/" + running + "/pairs\" aria-current=\"page\""))));
    }

    @Test
    void aRoadmapThatIsGoneTakesNoPageFromTheOthers() throws Exception {
        deploy(
                "another-model.bpmn",
                EditedModel.shipped("target-model.bpmn").process("another-model", "Другая карта", "9"));
        String other = school.start("another-model", "2026-2027");
        repository.deleteDeployment(deployments.remove(0), true);

        for (String page : List.of("/", "/programmes", "/documents", "/classes", "/programmes/" + running)) {
            open(page).andExpect(status().isOk());
        }
        open("/roadmap").andExpect(redirectedUrl("/programmes/" + running));
        // Its models are gone; a node that has read them before still shows the page.
        open("/programmes/" + other)
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isIn(200, 404));
        mvc.perform(get("/admin/models").session(Sessions.ofAdministrator(mvc))).andExpect(status().isOk());
    }

    @Test
    void inSeptemberTheNextYearIsInFront() throws Exception {
        String next = school.start("target-model", "2027-2028");

        TestClock.moveTo(LocalDateTime.of(2027, 8, 31, 10, 0));
        open("/roadmap").andExpect(redirectedUrl("/programmes/" + running));
        TestClock.moveTo(LocalDateTime.of(2027, 9, 1, 10, 0));
        open("/roadmap").andExpect(redirectedUrl("/programmes/" + next));
    }

    @Test
    void whatIsTakenOutStaysWhereverItWasShown() throws Exception {
        Long year = Long.valueOf(running);
        school.as(Role.CURATOR, () -> evidence.attach(year, "000-1.2.5", "снимок сайта.pdf", PDF));
        close("000-1.2.5");
        deploy(
                "target-model-1-conditions.bpmn",
                EditedModel.shipped("target-model-1-conditions.bpmn").remove("Activity_PublishOnSite", false));
        assertThat(school.as("models", List.of(Role.MODEL_ADMINISTRATOR.id()), () -> updates.apply(year))
                        .stays())
                .isEmpty();

        open("/programmes/" + running)
                .andExpect(content().string(containsString(REMOVED)))
                .andExpect(content().string(containsString("/programmes/" + running + "/activities/" + SITE)))
                .andExpect(content().string(containsString("снимок сайта.pdf")));
        open("/programmes/" + running + "/activities/" + SITE)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(REMOVED)))
                .andExpect(content().string(containsString("Это мероприятие исключено из дорожной карты.")))
                .andExpect(content().string(containsString("снимок сайта.pdf")))
                .andExpect(content().string(containsString("Не проводится")));
        open("/programmes/" + running + "/activities/000-1.2.5").andExpect(status().isOk());
        open("/programmes/" + running + "/folder")
                .andExpect(content().string(containsString(REMOVED)))
                .andExpect(content().string(containsString("снимок сайта.pdf")));
        assertThat(names(open("/programmes/" + running + "/folder.zip")
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray()))
                .anyMatch(name -> name.contains(REMOVED) && name.endsWith("снимок сайта.pdf"));
        open("/api/programmes/" + running + "/activities")
                .andExpect(jsonPath("$[?(@.key=='target-model-1-conditions/Activity_PublishOnSite')].removed")
                        .value(true))
                .andExpect(jsonPath("$[?(@.key=='target-model-1-conditions/Activity_InformPartners')].removed")
                        .value(false))
                .andExpect(jsonPath(
                        "$[?(@.key=='target-model-1-conditions/Activity_InformPartners')].edition",
                        hasItem(containsString("target-model-1-conditions:"))));
    }

    private void close(String item) {
        Task task = school.tasks(running).stream()
                .filter(open -> item.equals(school.item(open)))
                .findFirst()
                .orElseThrow();
        school.complete(Role.SITE_EDITOR, task, Map.of("outcome", "not-held", "note", "сайт закрыт на ремонт"));
    }

    private static List<String> names(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private ResultActions open(String path) throws Exception {
        return mvc.perform(get(path).session(curator));
    }

    private void deploy(String file, EditedModel model) {
        deployments.add(
                0,
                repository
                        .createDeployment()
                        .addString(file, model.text())
                        .source("modeler")
                        .deploy()
                        .getId());
    }
}

package org.mentoringroadmap.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.RunningProgramme;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** What was done before its turn, as it is recorded on the page of the activity and by programs. */
@RunningApplicationTest
class WorkAheadPagesTest {
    private static final String AHEAD = "Записать итог заранее";

    @Autowired
    private TestSchools schools;

    @Autowired
    private Callers callers;

    @Autowired
    private FilterService filters;

    private TestSchool school;
    private String activities;

    @BeforeEach
    void aYearAtItsBeginning() {
        TestClock.moveTo(LocalDateTime.of(2026, 8, 26, 10, 0));
        school = schools.create();
        activities = "/programmes/" + RunningProgramme.start(callers, school).id() + "/activities/";
    }

    private static String state(Caller caller, String path, String item) {
        for (var row : caller.get(path).json()) {
            if (row.path("roadmapItem").asText().equals(item)) {
                return row.path("state").asText() + " " + row.path("outcome").asText();
            }
        }
        return "";
    }

    @Test
    void aRowIsClosedOnItsPageBeforeItsTurn() {
        Caller curator = callers.browser(school, Role.CURATOR);
        String row = activities + "000-7.1.1";
        assertThat(curator.page(row).text()).contains(AHEAD, "Не проводится", "Выполнено ранее");
        assertThat(curator.page(activities + "000-7.2.5").text())
                .as("its task is there long before its term")
                .contains("впереди, можно начать");
        assertThat(curator.submit(
                                activities + "000-7.2.5",
                                activities + "000-7.2.5/evidence",
                                Map.of("note", "Список гостей составлен"))
                        .status())
                .isEqualTo(303);
        assertThat(curator.page(activities + "000-7.2.5").text())
                .as("something is done for it already")
                .contains("впереди, подготовка начата")
                .doesNotContain("впереди, можно начать");

        Caller.Answer refused =
                curator.submit(row, row + "/ahead", Map.of("outcome", "earlier", "note", "<b>совет</b>"));
        assertThat(refused.status()).isEqualTo(303);
        assertThat(curator.page(row).text())
                .contains("Укажите номер и дату документа", "&lt;b&gt;совет&lt;/b&gt;")
                .doesNotContain("Итог записан");
        assertThat(curator.page(row).text()).doesNotContain("Укажите номер и дату документа"); // it is told once

        assertThat(curator.submit(row, row + "/ahead", Map.of("outcome", "not-held", "note", "решение педсовета"))
                        .status())
                .isEqualTo(303);
        assertThat(curator.page(row).text())
                .contains("Итог записан", "решение педсовета", "Отменить запись")
                .doesNotContain(AHEAD, "задача вернётся");

        assertThat(curator.submit(row, row + "/take-back", Map.of()).status()).isEqualTo(303);
        assertThat(curator.page(row).text()).contains(AHEAD);
    }

    /** What begins later stands apart, is no work of now, and can be opened. */
    @Test
    void whatBeginsLaterIsNotCountedAsWorkOfNow() {
        Caller deputy = callers.browser(school, Role.DEPUTY);
        String main = deputy.page("/").text();
        String now = main.substring(main.indexOf("id=\"my-tasks\""), main.indexOf("id=\"ahead\""));
        String later = main.substring(main.indexOf("id=\"ahead\""), main.indexOf("id=\"late\""));
        int count = now.split("/open\"", -1).length - 1;
        assertThat(count).isPositive();
        assertThat(main).contains("Сейчас у вас дел: " + count + ".");
        assertThat(now).doesNotContain("впереди, с ");
        int ahead = later.split("/open\"", -1).length - 1;
        assertThat(later)
                .contains("Впереди: " + ahead, "впереди, с 12.05.2027", "Конкурс «Наставник года»")
                .doesNotContain("btn-primary");
        assertThat(later.split("впереди, с ", -1)).hasSize(ahead + 1);

        assertThat(inTasklist("Мои задачи")).isEqualTo(count);
        assertThat(inTasklist("Впереди")).isEqualTo(ahead);

        TestClock.moveTo(LocalDateTime.of(2027, 5, 12, 10, 0));
        String inMay = deputy.page("/").text();
        assertThat(inMay.split("id=\"ahead\"")[0]).contains("Конкурс «Наставник года»");
    }

    private long inTasklist(String list) {
        String id =
                filters.createTaskFilterQuery().filterName(list).singleResult().getId();
        return school.as(Role.DEPUTY, () -> filters.count(id));
    }

    @Test
    void whatHasBegunIsRecordedInItsTaskAndTheRestIsNotOffered() {
        assertThat(callers.browser(school, Role.CURATOR)
                        .page(activities + "000-1.1.1")
                        .text())
                .doesNotContain(AHEAD);
        Caller mentor = callers.browser(school, Role.MENTOR);
        assertThat(mentor.page(activities + "000-7.1.1").text()).doesNotContain(AHEAD);
        assertThat(mentor.submit("/", activities + "000-7.1.1/ahead", Map.of("outcome", "earlier"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void programsRecordItToo() {
        Caller curator = callers.basic(school, Role.CURATOR);
        String all = "/api" + activities.substring(0, activities.length() - 1);
        assertThat(state(curator, all, "000-7.1.1")).isEqualTo("PLANNED null");

        assertThat(curator.post("/api" + activities + "000-7.1.1/outcome", "{\"outcome\":\"not-held\"}")
                        .status())
                .isEqualTo(400);
        Caller.Answer recorded = curator.post(
                "/api" + activities + "000-7.1.1/outcome", "{\"outcome\":\"not-held\",\"note\":\"решение педсовета\"}");
        assertThat(recorded.status()).isEqualTo(200);
        assertThat(recorded.json().path("outcome").asText()).isEqualTo("not-held");
        assertThat(state(curator, all, "000-7.1.1")).isEqualTo("CLOSED not-held");
        assertThat(curator.post("/api" + activities + "000-7.1.1/outcome", "{\"outcome\":\"not-held\",\"note\":\"да\"}")
                        .status())
                .isEqualTo(409);
    }
}

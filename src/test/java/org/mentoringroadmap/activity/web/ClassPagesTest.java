package org.mentoringroadmap.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mentoringroadmap.activity.ActivityFixture.ITEM;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityFixture;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.attention.AttentionSource;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class ClassPagesTest {
    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private ClassChecklists checklists;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private Staff staff;

    @Autowired
    private List<AttentionSource> attention;

    @Autowired
    private MockMvc mvc;

    private TestSchool school;
    private Programme programme;
    private Task task;
    private String fifth;
    private String seventh;

    @BeforeEach
    void open() {
        school = fixture.school();
        programme = fixture.programme(school);
        Long teacher =
                staff.behind(school.login(Role.CLASS_TEACHER)).orElseThrow().id();
        fifth = classes.add(school.id(), "5Б", teacher).id().toString();
        seventh = school.addClass("7А").toString();
        task = fixture.start(school, programme, "class-checklist", "deputy,class-teacher");
    }

    /** What a year that was begun early will ask for is no work yet: it lies ahead, and may be ticked all the same. */
    @Test
    void beforeItsTimeAChecklistLiesAhead() throws Exception {
        Browser teacher = new Browser(mvc, school, Role.CLASS_TEACHER);
        TestClock.moveTo(LocalDateTime.parse("2026-05-31T10:00:00"));
        teacher.open("/").andExpect(content().string(not(containsString("Отметить класс"))));
        assertThat(unticked()).isEmpty();
        teacher.open("/classes")
                .andExpect(content().string(containsString("впереди, с 1 июня 2026")))
                .andExpect(content().string(containsString("Отметить заранее")))
                .andExpect(content().string(not(containsString("Нет отметки: "))));

        TestClock.moveTo(LocalDateTime.parse("2026-06-01T10:00:00"));
        teacher.open("/").andExpect(content().string(containsString("Отметить класс")));
        assertThat(unticked()).containsExactly(2L);
        teacher.open("/classes")
                .andExpect(content().string(not(containsString("впереди, с "))))
                .andExpect(content().string(not(containsString("Отметить заранее"))))
                .andExpect(content().string(containsString("Нет отметки: 5Б")));
    }

    /** How many classes the deputy's main page calls without a tick. */
    private List<Long> unticked() {
        return school.as(
                Role.DEPUTY,
                () -> attention.stream()
                        .flatMap(source -> source.of(programme.id()).stream())
                        .filter(about -> about.code().equals("attention.classes"))
                        .map(Attention::number)
                        .toList());
    }

    @Test
    void theDeputySeesWhoIsMissingAndTicksAny() throws Exception {
        Browser deputy = new Browser(mvc, school, Role.DEPUTY);
        deputy.open("/tasks/classes?taskId={id}", task.getId())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Попросите классных руководителей")))
                .andExpect(content().string(containsString("Нет отметки: 5Б, 7А")))
                .andExpect(content().string(not(containsString("Отметились все классы"))));

        deputy.send(
                        "/tasks/classes/ticks",
                        "taskId",
                        task.getId(),
                        "callbackUrl",
                        "/camunda/app/tasklist/default/#/?a=б",
                        "classIds",
                        fifth,
                        "answer",
                        "held",
                        "date",
                        "2026-09-01",
                        "note",
                        "всем классом")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrlPattern("/tasks/classes?callbackUrl=*&taskId=" + task.getId()));
        deputy.open("/tasks/classes?taskId={id}", task.getId())
                .andExpect(content().string(containsString("Нет отметки: 7А")))
                .andExpect(content().string(containsString("Проведено 1 сентября 2026")))
                .andExpect(content().string(containsString("всем классом")));

        deputy.send("/tasks/classes", "taskId", task.getId(), "outcome", "done", "note", "почти все")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Не хватает: 7А")))
                .andExpect(content().string(containsString("почти все")));

        deputy.send(
                        "/tasks/classes/ticks",
                        "taskId",
                        task.getId(),
                        "callbackUrl",
                        "/camunda/app/tasklist/default/",
                        "classIds",
                        seventh,
                        "answer",
                        "not-held",
                        "note",
                        "карантин")
                .andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
        assertThat(school.tasks(programme.id().toString())).isEmpty();
        assertThat(outcomes.find(programme.id(), ITEM)).isPresent();
    }

    @Test
    void theDeputyClosesForTheWholeSchool() throws Exception {
        new Browser(mvc, school, Role.DEPUTY)
                .send(
                        "/tasks/classes",
                        "taskId",
                        task.getId(),
                        "outcome",
                        "earlier",
                        "number",
                        "7",
                        "documentDate",
                        "2026-05-20")
                .andExpect(redirectedUrl("/"));

        assertThat(outcomes.find(programme.id(), ITEM))
                .hasValueSatisfying(record -> assertThat(record.number()).contains("7"));
    }

    @Test
    void theTeacherTicksTheOwnClassOnThePhone() throws Exception {
        Browser teacher = new Browser(mvc, school, Role.CLASS_TEACHER);
        teacher.open("/classes")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Классные часы")))
                .andExpect(content().string(containsString("5Б")))
                .andExpect(content().string(containsString("Что сделать сейчас. Поставьте отметку о классе")))
                .andExpect(content().string(not(containsString("Попросите классных руководителей"))))
                .andExpect(content().string(not(containsString("7А"))));
        teacher.open("/tasks/classes?taskId={id}", task.getId()).andExpect(status().isNotFound());

        tick(teacher, fifth, "2026-09-01").andExpect(status().isSeeOther()).andExpect(redirectedUrl("/classes"));
        assertThat(checklists.missing(programme.id(), ITEM)).containsExactly("7А");
        tick(teacher, seventh, "2026-09-01").andExpect(status().isForbidden());
    }

    @Test
    void aRefusedTickKeepsWhatWasTyped() throws Exception {
        Browser teacher = new Browser(mvc, school, Role.CLASS_TEACHER);

        tick(teacher, fifth, "2999-01-01")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("ещё не наступила")))
                .andExpect(content().string(containsString("2999-01-01")));
        tick(teacher, fifth, "вчера").andExpect(status().isBadRequest());
        tick(teacher, "", "2026-09-01")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("хотя бы один класс")));
        tick(teacher, "abc", "2026-09-01").andExpect(status().isBadRequest());
        teacher.send("/classes/ticks").andExpect(status().isNotFound());
        assertThat(checklists.missing(programme.id(), ITEM)).hasSize(2);
    }

    @Test
    void whoLeadsNoClassReadsWhy() throws Exception {
        TestSchool other = fixture.school(Role.TEACHER);
        new Browser(mvc, other, Role.TEACHER)
                .open("/classes")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Сейчас отмечать нечего")));
    }

    private org.springframework.test.web.servlet.ResultActions tick(Browser browser, String classId, String date)
            throws Exception {
        return browser.send(
                "/classes/ticks",
                "programmeId",
                programme.id().toString(),
                "roadmapItem",
                ITEM,
                "classIds",
                classId,
                "answer",
                "held",
                "date",
                date);
    }
}

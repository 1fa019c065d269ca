package org.mentoringroadmap.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class TermsPageTest {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Terms terms;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private Clock clock;

    @Autowired
    private MockMvc mvc;

    private TestSchool school;
    private String programme;
    private Task task;
    private Browser curator;

    @BeforeEach
    void startInAutumn() throws Exception {
        TestClock.moveTo(LocalDateTime.of(2025, 9, 10, 10, 0));
        school = schools.create(Role.CURATOR, Role.DEPUTY);
        programme = school.startUnconfirmed("target-model", "2025-2026");
        task = school.tasks(programme).get(0);
        curator = new Browser(mvc, school, Role.CURATOR);
    }

    @Test
    void listsWhatHasPassed() throws Exception {
        curator.open("/tasks/terms?taskId={id}", task.getId())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Этап 1.")))
                .andExpect(content().string(containsString("choice-000-1.1.1")))
                .andExpect(content().string(not(containsString("Новые сроки подставлены"))))
                .andExpect(content().string(containsString("31.08.2025")))
                .andExpect(content().string(containsString("Год запущен 10.09.2025")))
                .andExpect(content().string(not(containsString("choice-000-1.2.5"))));
    }

    @Test
    void proposesNewTermsForAllThatIsLeft() throws Exception {
        send(
                        "shift",
                        "4",
                        "unit",
                        "weeks",
                        "choice-000-1.3.1",
                        "EARLIER",
                        "number-000-1.3.1",
                        "41-о",
                        "propose",
                        "true")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("name=\"due-000-1.1.1\" min=\"2025-09-10\" value=\"2025-09-28\"")))
                .andExpect(content().string(containsString("Новые сроки подставлены")))
                .andExpect(content().string(not(containsString("Прошедших сроков больше нет"))))
                .andExpect(content().string(containsString("value=\"41-о\"")));

        send("shift", "1", "unit", "days", "propose", "true")
                .andExpect(content().string(not(containsString("Новые сроки подставлены"))))
                .andExpect(content().string(containsString("новый срок тоже уже прошёл")));
        assertThat(terms.of(Long.valueOf(programme))).isEmpty();
        send("shift", "0", "unit", "weeks", "propose", "true").andExpect(status().isBadRequest());
        send("shift", "5", "unit", "years", "propose", "true").andExpect(status().isBadRequest());
    }

    @Test
    void confirms() throws Exception {
        send(
                        "reason", "Год запущен поздно",
                        "choice-000-1.3.1", "EARLIER",
                        "number-000-1.3.1", "41-о",
                        "date-000-1.3.1", "2025-08-28",
                        "choice-000-1.1.1", "MOVE",
                        "due-000-1.1.1", "2025-10-01")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/"));
        school.runJobs();

        assertThat(outcomes.find(Long.valueOf(programme), "000-1.3.1")).isPresent();
        assertThat(terms.of(Long.valueOf(programme)))
                .containsOnlyKeys("target-model-1-conditions/Activity_StudyTemplates");
        assertThat(school.tasks(programme)).hasSizeGreaterThan(5);
    }

    @Test
    void namesTheWrongRowAndKeepsTheRest() throws Exception {
        send(
                        "choice-000-1.3.1", "EARLIER",
                        "number-000-1.3.1", "41-о",
                        "choice-000-1.1.1", "NOT_HELD")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Исправьте отмеченные строки, их 2.")))
                .andExpect(content().string(containsString("Напишите, почему это не проводится.")))
                .andExpect(content().string(containsString("value=\"41-о\"")));
        send("choice-000-1.1.1", "PERHAPS").andExpect(status().isBadRequest());
        send("choice-000-1.1.1", "MOVE", "due-000-1.1.1", "завтра").andExpect(status().isBadRequest());

        assertThat(outcomes.of(Long.valueOf(programme))).isEmpty();
    }

    @Test
    void isForTheCuratorAndThisTaskOnly() throws Exception {
        new Browser(mvc, school, Role.DEPUTY)
                .open("/tasks/terms?taskId={id}", task.getId())
                .andExpect(status().isNotFound());
        send().andExpect(status().isSeeOther());
        send().andExpect(status().isNotFound());
        school.runJobs();
        Task other = school.tasks(programme).stream()
                .filter(open -> open.getTaskDefinitionKey().equals("Task_RecordOutcome"))
                .findFirst()
                .orElseThrow();
        new Browser(mvc, school, Role.DEPUTY)
                .open("/tasks/terms?taskId={id}", other.getId())
                .andExpect(status().isNotFound());
    }

    private org.springframework.test.web.servlet.ResultActions send(String... fields) throws Exception {
        String[] all = new String[fields.length + 2];
        all[0] = "taskId";
        all[1] = task.getId();
        System.arraycopy(fields, 0, all, 2, fields.length);
        return curator.send("/tasks/terms", all);
    }
}

package org.mentoringroadmap.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of the tasks that work on the registers. */
class RegisterTaskPagesTest extends PeoplePagesTestCase {
    @Autowired
    private Steps steps;

    @Autowired
    private RuntimeService runtime;

    @Test
    void aRegisterOnPaperIsEndedByItsNumbers() throws Exception {
        String task = start(
                "register-formation", "curator", Map.of("participantRole", "mentee", "participantCategory", "pupil"));

        as(curator, get("/tasks/register").param("taskId", task))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("пока никого нет")));
        as(curator, complete("/tasks/register", task).param("note", "Список в журнале"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Список в журнале")));
        as(curator, complete("/tasks/register", task).param("included", "30"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
        assertThat(step().figures()).isEqualTo(Map.of("included", 30));
    }

    @Test
    void whoIsMissingIsNamedAndCountedAtTheEnd() throws Exception {
        enter("Первый");
        consent(enter("Второй"));
        String task = start("consent-collection", "curator", Map.of("consentKind", "representative"));

        as(curator, get("/tasks/consents").param("taskId", task))
                .andExpect(content()
                        .string(allOf(
                                containsString("Чьих согласий ещё нет: 1"),
                                containsString("Первый Пример"),
                                not(containsString("Второй Пример")),
                                containsString("без согласия — 1 чел."))));
        as(curator, complete("/tasks/consents", task)).andExpect(status().isSeeOther());
        assertThat(step().figures()).isEqualTo(Map.of("needed", 2, "received", 1, "refused", 0));
        as(curator, get("/tasks/consents").param("taskId", task)).andExpect(status().isNotFound());
    }

    @Test
    void whoMayNotLookIntoTheRegistersSeesFiguresOnly() throws Exception {
        enter("Первый");
        String task = start("consent-collection", "teacher", Map.of("consentKind", "representative"));

        as(session(Role.TEACHER), get("/tasks/consents").param("taskId", task))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Первый"))));
    }

    @Test
    void theTaskWaitsAsLongAsItIsAsked() throws Exception {
        Participant first = enter("Первый");
        String task = start("consent-collection", "curator", Map.of("consentKind", "representative"));

        as(curator, hold(task, true)).andExpect(status().isSeeOther());
        consent(first);
        as(curator, get("/tasks/consents").param("taskId", task))
                .andExpect(content()
                        .string(allOf(
                                containsString("Сама не завершится"),
                                containsString("Согласия на обработку персональных данных есть у всех"))));
        as(curator, hold(task, false)).andExpect(redirectedUrl("/"));
        school.runFollowUps();
        assertThat(school.tasks(programme.toString())).isEmpty();
        assertThat(step().figure("received")).contains(1);
    }

    private MockHttpServletRequestBuilder hold(String task, boolean wait) {
        return post("/tasks/register/hold").param("taskId", task).param("wait", String.valueOf(wait));
    }

    private MockHttpServletRequestBuilder complete(String page, String task) {
        return post(page)
                .param("taskId", task)
                .param("callbackUrl", "/camunda/app/tasklist/default/")
                .param("outcome", "done")
                .param("date", LocalDate.now(clock).toString());
    }

    private StepRecord step() {
        return steps.of(programme).get(0);
    }

    private Participant enter(String name) {
        return enter(ParticipantRole.MENTEE, name, null, ParticipantCategory.PUPIL, null);
    }

    private void consent(Participant participant) {
        sign(participant, ConsentKind.PROCESSING);
        school.runJobs();
    }

    private String start(String block, String responsible, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        for (String name : List.of("firstYear", "secondYear", "title", "guide")) {
            input.put(name, "2026");
        }
        input.put("schoolId", school.id());
        input.put("programmeId", programme.toString());
        input.put("roadmapItem", "000-2.1.2a");
        input.put("start", "2026-09-01T08:00:00");
        input.put("due", "2027-05-31T18:00:00");
        input.put("responsible", responsible);
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.startProcessInstanceByKey(block, programme.toString(), input));
        school.runJobs();
        List<Task> open = school.tasks(programme.toString());
        assertThat(open).hasSize(1);
        return open.get(0).getId();
    }
}

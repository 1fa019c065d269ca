package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.EngineTraces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people type into forms stands in our tables, and nowhere in the engine's. */
class NoTraceTest extends ProcessTestCase {
    /** Stands in everything that is typed here, and in nothing else. */
    private static final String MARK = "Щъёмка";

    private static final String LINK = "https://school.example.org/" + "shchyomka";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ClassChecklists checklists;

    @Test
    void theSearchFindsWhatIsThere() {
        startRoadmap();
        Task task = taskOf("000-1.1.1");
        taskService.setVariableLocal(task.getId(), "trace", MARK);
        taskService.createComment(task.getId(), null, MARK);

        assertThat(traces()).anyMatch(trace -> trace.startsWith("ACT_RU_VARIABLE."));
        assertThat(traces()).anyMatch(trace -> trace.startsWith("ACT_HI_COMMENT."));

        taskService.removeVariableLocal(task.getId(), "trace");
        taskService.deleteTaskComments(task.getId());
        assertThat(traces()).isEmpty();
    }

    /** Tasklist submits the form, REST and our pages complete the task. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofEveryField(boolean form) {
        Long schoolClass = school.addClass("5А");
        startRoadmap();
        send(form, Role.DEPUTY, "000-1.1.1", Map.of("outcome", "done", "date", TODAY, "note", MARK, "link", LINK));
        send(form, Role.CURATOR, "000-1.2.6", Map.of("outcome", "not-held", "note", MARK));
        send(form, Role.SITE_EDITOR, "000-1.2.5", Map.of("outcome", "earlier", "number", MARK, "date", TODAY));
        send(form, Role.DEPUTY, "000-1.2.1", plan());
        send(form, Role.DEPUTY, "000-1.2.1", report());
        send(form, Role.DEPUTY, "000-1.2.1", Map.of("number", MARK + "-1", "date", TODAY, "despiteBlanks", true));
        send(form, Role.DEPUTY, "000-1.2.3", plan());
        send(form, Role.DEPUTY, "000-1.2.3", Map.of("outcome", "not-held", "note", MARK));
        school.as(Role.DEPUTY, () -> {
            checklists.tick(Long.valueOf(key), "000-1.2.2", schoolClass, day(TODAY), MARK);
            checklists.notHeld(Long.valueOf(key), "000-1.2.4", schoolClass, MARK);
            return null;
        });
        school.runJobs();
        assertThat(traces()).isEmpty();
        send(form, Role.DEPUTY, "000-1.3.1", Map.of("outcome", "done", "note", MARK));
        send(form, Role.DIRECTOR, "000-1.3.1", Map.of("decision", "return", "comment", MARK));
        send(form, Role.DEPUTY, "000-1.3.1", Map.of("outcome", "done", "note", MARK));
        send(form, Role.DIRECTOR, "000-1.3.1", Map.of("decision", "approve", "comment", MARK, "despiteBlanks", true));
        send(form, Role.SECRETARY, "000-1.3.1", Map.of("number", MARK + "-2", "date", TODAY));
        send(form, Role.SECRETARY, "000-1.3.1", Map.of("acknowledged", true, "date", TODAY));
        send(form, Role.DEPUTY, "000-1.3.2", Map.of("outcome", "earlier", "number", MARK, "date", TODAY, "note", MARK));
        send(form, Role.DEPUTY, "000-1.3.3", Map.of("outcome", "done"));
        send(form, Role.DIRECTOR, "000-1.3.3", Map.of("outcome", "not-held", "note", MARK));
        send(form, Role.DEPUTY, "000-1.4.1", Map.of("outcome", "earlier", "number", MARK, "date", TODAY, "note", MARK));
        send(form, Role.DIRECTOR, "000-1.4.2a", Map.of("outcome", "not-held", "note", MARK));
        send(form, Role.CURATOR, task("Task_ChooseForms"), choice());

        assertThat(traces()).isEmpty();
        assertThat(jdbc.queryForList("select * from activity_outcome where programme_id = ?", Long.valueOf(key)))
                .as("our tables have it")
                .anyMatch(row -> MARK.equals(row.get("NOTE")))
                .anyMatch(row -> LINK.equals(row.get("LINK")));
        assertNothingButFlagsStands();
    }

    /** Blocks take more from a form than the outcome: figures and long texts. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofTheStepsOfABlock(boolean form) {
        startBlock("monitoring-cycle", "curator", Map.of("monitoringKind", "quality", "controlPoint", "may"));
        send(form, Role.CURATOR, task("Task_OpenCampaign"), step("invited", 30));
        send(form, Role.CURATOR, task("Task_CloseCampaign"), step("answered", 28, "link", LINK));
        send(
                form,
                Role.CURATOR,
                task("Task_Analyse"),
                step("respondents", 28, "positive", 20, "strengths", MARK, "conclusions", MARK.repeat(600)));
        send(form, Role.CURATOR, task("Task_SignReport"), Map.of("number", MARK, "date", TODAY, "despiteBlanks", true));

        assertThat(traces()).isEmpty();
        assertThat(jdbc.queryForList("select text from activity_fact", String.class))
                .contains(MARK, MARK.repeat(600));
    }

    /** The pages of the registers complete their tasks as REST does. */
    @Test
    void ofTheRegisters() {
        startBlock(
                "register-formation", "curator", Map.of("participantRole", "mentee", "participantCategory", "pupil"));
        send(false, Role.CURATOR, task("Task_FormRegister"), step("included", 30));
        startBlock("consent-collection", "curator", Map.of("consentKind", "adult"));
        send(false, Role.CURATOR, task("Task_CollectConsents"), step("needed", 30, "received", 28));

        assertThat(traces()).isEmpty();
    }

    private static Map<String, Object> step(Object... fields) {
        Map<String, Object> step = new HashMap<>(Map.of("outcome", "done", "date", TODAY, "note", MARK));
        for (int i = 0; i < fields.length; i += 2) {
            step.put((String) fields[i], fields[i + 1]);
        }
        return step;
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void ofWhatIsRefusedNotEvenInTheLog(CapturedOutput log) {
        startRoadmap();
        Map<String, Object> refused = new HashMap<>(Map.of("outcome", "done", "note", MARK, "date", MARK));
        Task task = taskOf("000-1.1.1");

        try {
            school.complete(Role.DEPUTY, task, refused);
            throw new AssertionError("accepted");
        } catch (RuntimeException expected) {
            assertRefused("input.date", expected);
        }

        assertThat(traces()).isEmpty();
        assertThat(log).doesNotContain(MARK);
    }

    private static Map<String, Object> plan() {
        return Map.of(
                "outcome",
                "done",
                "eventDate",
                TODAY,
                "place",
                MARK,
                "invited",
                40,
                "agenda",
                MARK.repeat(600), // long texts are stored in another way
                "note",
                MARK);
    }

    private static Map<String, Object> report() {
        return Map.of(
                "outcome",
                "done",
                "date",
                TODAY,
                "came",
                31,
                "decisions",
                MARK.repeat(600),
                "note",
                MARK,
                "link",
                LINK);
    }

    private static Map<String, Object> choice() {
        return Map.of(
                "outcome",
                "done",
                "mentoringForms",
                SpinValues.jsonValue("[\"pupil-pupil\",\"teacher-teacher\"]").create(),
                "note",
                MARK);
    }

    private void send(boolean form, Role role, String roadmapItem, Map<String, Object> input) {
        send(form, role, taskOf(roadmapItem), input);
    }

    private void send(boolean form, Role role, Task task, Map<String, Object> input) {
        if (form) {
            school.as(role, () -> {
                taskService.claim(task.getId(), school.login(role));
                engine.getFormService().submitTaskForm(task.getId(), input);
                return null;
            });
            school.runJobs();
        } else {
            school.complete(role, task, input);
        }
    }

    private List<String> traces() {
        return EngineTraces.of(
                jdbc,
                table -> true,
                text -> text.contains(MARK) || text.contains(LINK) || text.contains("\"pupil-pupil\""));
    }
}

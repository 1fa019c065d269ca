package org.mentoringroadmap.taskform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Tasks with forms of Camunda's on the page of ours. */
@ApplicationTest
class TaskFormPagesTest {
    private static final String ONE = """
            {"type": "default", "components": [
              {"type": "radio", "key": "outcome", "label": "Итог", "defaultValue": "done", "validate": {"required": true},
               "values": [{"value": "done", "label": "Выполнено"}, {"value": "not-held", "label": "Не проводится"}]},
              {"type": "number", "key": "came", "label": "Сколько", "decimalDigits": 0,
               "validate": {"min": 0, "max": 100}, "conditional": {"hide": "=outcome != \\"done\\""}},
              {"type": "datetime", "subtype": "date", "key": "date", "validate": {"required": true},
               "dateLabel": "=if outcome = \\"done\\" then \\"Когда прошло\\" else \\"Когда решили\\""},
              {"type": "textfield", "key": "note", "label": "Примечание", "validate": {"maxLength": 5}},
              {"type": "group", "label": "Ещё", "conditional": {"hide": "=outcome = \\"not-held\\""}, "components": [
                {"type": "checkbox", "key": "sure", "label": "Точно"},
                {"type": "checklist", "key": "forms", "label": "Формы",
                 "values": [{"value": "a", "label": "А"}, {"value": "b", "label": "Б"}]}]},
              {"type": "text", "text": "[Файлы](/programmes/{{programmeId}}) <script>alert(1)</script> {{evil}}"}
            ]}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private TaskFormSource source;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Tasks own;

    private TestSchool school;
    private String programme;

    private void start() {
        TestClock.moveTo(LocalDate.parse("2026-09-10").atTime(10, 0));
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.TEACHER);
        programme = school.start("target-model", "2026-2027");
    }

    /** The meeting is not the last one until somebody says so: the day and the rest are filled in. */
    @Test
    void aMeetingIsRecordedByOneButton() throws IOException {
        TaskForm form = TaskForm.read(Files.readAllBytes(Path.of("forms/tasks/meeting-report.form")))
                .orElseThrow();
        Map<String, List<String>> sent =
                Map.of("outcome", List.of("done"), "date", List.of("2026-09-10"), "nextMeeting", List.of("regular"));

        assertThat(form.initial(Map.of("meetingKind", "regular"))).containsEntry("nextMeeting", "regular");
        assertThat(FormAnswer.of(form, sent, Map.of("meetingKind", "regular"), source)
                        .input())
                .containsEntry("nextMeeting", "regular");
        assertThat(FormAnswer.of(form, sent, Map.of("meetingKind", "trial"), source)
                        .input())
                .as("what the form hides is not said")
                .doesNotContainKey("nextMeeting");
    }

    /** A form that our page cannot show opens in Tasklist: of the shipped ones none has to. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedFormIsShown(Path file) throws IOException {
        TaskForm form = TaskForm.read(Files.readAllBytes(file)).orElseThrow();
        ShownForm shown = ShownForm.of(form, form.initial(Map.of("programmeId", "1", "documentId", 2L)), source);
        assertThat(shown.fields()).isNotEmpty();
        assertThat(shown.fields()).allSatisfy(one -> {
            assertThat(one.label().isEmpty()).isEqualTo(!one.html().isEmpty());
            assertThat(one.label()).doesNotStartWith("=");
            assertThat(one.html()).doesNotContain("{{", "script");
        });
    }

    static Stream<Path> shipped() throws IOException {
        return Files.list(Path.of("forms", "tasks")).filter(file -> !file.endsWith("programme-start.form"));
    }

    @Test
    void whatIsSeenFollowsFromWhatIsChosen() {
        TaskForm form = form(ONE);
        assertThat(labels(Map.of("outcome", "done")))
                .containsExactly("Итог", "Сколько", "Когда прошло", "Примечание", "", "Точно", "Формы", "");
        assertThat(labels(Map.of("outcome", "not-held"))).containsExactly("Итог", "Когда решили", "Примечание", "");
        String last =
                ShownForm.of(form, Map.of("programmeId", "7", "evil", "<img src=x onerror=alert(1)>"), source)
                        .fields()
                        .stream()
                        .reduce((first, second) -> second)
                        .orElseThrow()
                        .html();
        assertThat(last).contains("href=\"/programmes/7\"").doesNotContain("<script", "<img");
    }

    @Test
    void whatIsHiddenIsNotSentAndNumbersAreNumbers() {
        FormAnswer answer = answer(Map.of(
                "outcome", List.of("done"),
                "came", List.of("1 2"),
                "date", List.of("5.9.2026"),
                "sure", List.of("true"),
                "forms", List.of("a", "b")));
        assertThat(answer.wrong()).isEmpty();
        assertThat(answer.input())
                .isEqualTo(Map.of(
                        "outcome",
                        "done",
                        "came",
                        12L,
                        "date",
                        "2026-09-05",
                        "sure",
                        true,
                        "forms",
                        List.of("a", "b")));
        assertThat(answer(Map.of("outcome", List.of("not-held"), "came", List.of("5"), "date", List.of("2026-09-05")))
                        .input())
                .isEqualTo(Map.of("outcome", "not-held", "date", "2026-09-05"));
    }

    @ParameterizedTest
    @CsvSource({
        "outcome, '', taskform.required",
        "outcome, other, taskform.choice",
        "came, много, taskform.number",
        "came, '1,5', taskform.whole",
        "came, -1, taskform.min",
        "came, 101, taskform.max",
        "came, 99999999999999999999, taskform.number",
        "date, 31.02.2026, taskform.day",
        "date, '', taskform.required",
        "note, шестьь, taskform.long",
        "forms, c, taskform.choice"
    })
    void whatIsWrongIsSaidAtItsField(String key, String typed, String code) {
        Map<String, List<String>> sent =
                new HashMap<>(Map.of("outcome", List.of("done"), "date", List.of("2026-09-05")));
        sent.put(key, List.of(typed));
        assertThat(answer(sent).wrong())
                .hasEntrySatisfying(
                        key,
                        wrong -> assertThat(((UserInputException) wrong).code()).isEqualTo(code));
    }

    @Test
    void whatOurPageDoesNotShowIsLeftToTasklist() {
        for (String other : List.of(
                "{\"type\": \"dynamiclist\", \"key\": \"a\"}",
                "{\"type\": \"datetime\", \"subtype\": \"time\", \"key\": \"a\"}",
                "{\"type\": \"select\", \"key\": \"a\", \"valuesExpression\": \"=[1]\"}")) {
            assertThat(TaskForm.read(("{\"components\": [" + other + "]}").getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
        assertThat(TaskForm.read("нет".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void theDayOfWhatIsPlannedIsNotPreset() throws Exception {
        start();
        Task task = task("Task_PlanEvent");

        mvc.perform(get("/tasks/form").param("taskId", task.getId()).session(session(Role.DEPUTY)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"field.eventDate\"")))
                .andExpect(content().string(not(containsString("value=\"2026-09-10\""))));
    }

    @Test
    void aTaskIsDoneOnThePage() throws Exception {
        start();
        MockHttpSession deputy = session(Role.DEPUTY);
        Task task = task("Task_OpenCampaign");
        mvc.perform(get("/tasks/form").param("taskId", task.getId()).session(deputy))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"field.outcome\""),
                                containsString("value=\"2026-09-10\""),
                                not(containsString("name=\"field.number\"")))));
        send(deputy, task, "outcome", "earlier", "refresh", "true")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"field.number\"")));
        send(deputy, task, "outcome", "earlier", "date", "2026-09-01")
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(containsString("Заполните поле «"), containsString("value=\"2026-09-01\""))));
        send(deputy, task, "outcome", "not-held", "confirmed", "true")
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("role=\"alert\"")));
        send(session(Role.TEACHER), task, "outcome", "earlier").andExpect(status().isNotFound());
        send(deputy, task, "outcome", "not-held", "note", "Запросы известны")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("не всё можно будет отменить"),
                                containsString("<dd class=\"col-sm-8 mb-1 pre-line\">Запросы известны</dd>"),
                                containsString("Не проводится</dd>"),
                                containsString("name=\"confirmed\""))));
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
        send(deputy, task, "outcome", "not-held", "note", "Запросы известны", "confirmed", "true")
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/"));
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
        mvc.perform(get("/tasks/form").param("taskId", task.getId()).session(deputy))
                .andExpect(status().isNotFound());
    }

    /** What can be taken back afterwards needs no second word. */
    @Test
    void whatCanBeTakenBackIsDoneAtOnce() throws Exception {
        start();
        Task plan = tasks.createTaskQuery()
                .processInstanceBusinessKey(programme)
                .taskDefinitionKey("Task_PlanEvent")
                .processVariableValueEquals("roadmapItem", "000-1.2.3")
                .singleResult();
        send(session(Role.DEPUTY), plan, "outcome", "done", "eventDate", "2026-09-20", "place", "Актовый зал")
                .andExpect(status().isSeeOther());
        assertThat(tasks.createTaskQuery().taskId(plan.getId()).count()).isZero();
    }

    /** Whoever checks a draft is not asked what only the director's check needs; a director who is the deputy, too, is. */
    @Test
    void whatTheDirectorsCheckNeedsIsAskedOfNobodyElse() throws Exception {
        start();
        Task check = task("Task_CheckDraft");
        String asked = "name=\"field.despiteBlanks\"";
        String version = "name=\"field.readVersion\"";
        assertThat(tasks.getVariableLocal(check.getId(), "directorReads"))
                .as("Tasklist does not ask either")
                .isEqualTo(false);
        mvc.perform(get("/tasks/form").param("taskId", check.getId()).session(session(Role.DEPUTY)))
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"field.outcome\""),
                                not(containsString(asked)),
                                not(containsString(version)))));

        school.employ("Начальникова Нина Примеровна", EnumSet.of(Role.DIRECTOR, Role.DEPUTY));
        mvc.perform(get("/tasks/form").param("taskId", check.getId()).session(session(Role.DIRECTOR)))
                .andExpect(content()
                        .string(allOf(containsString(asked), containsString(version), containsString("value=\"1\""))));
        TestSchool small = schools.create(Role.CURATOR);
        small.employ("Начальникова Нина Примеровна", EnumSet.of(Role.DIRECTOR, Role.DEPUTY));
        assertThat(small.tasks(small.start("target-model", "2026-2027")).stream()
                        .filter(task -> task.getTaskDefinitionKey().equals("Task_CheckDraft"))
                        .map(task -> tasks.getVariableLocal(task.getId(), "directorReads")))
                .as("where the director may take it, Tasklist asks")
                .isNotEmpty()
                .containsOnly(true);
    }

    /** A task whose page is another one of ours has no form. */
    @Test
    void aTaskWithoutAFormIsShownByTasklist() throws Exception {
        start();
        Task task = task("Task_RecordOutcome");
        mvc.perform(get("/tasks/form").param("taskId", task.getId()).session(session(Role.DEPUTY)))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", containsString("/tasklist/")));
    }

    private FormAnswer answer(Map<String, List<String>> sent) {
        return FormAnswer.of(form(ONE), sent, Map.of(), source);
    }

    private List<String> labels(Map<String, Object> values) {
        return ShownForm.of(form(ONE), values, source).fields().stream()
                .map(ShownForm.Shown::label)
                .toList();
    }

    private static TaskForm form(String json) {
        return TaskForm.read(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private ResultActions send(MockHttpSession session, Task task, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/tasks/form")
                .session(session)
                .with(csrf())
                .param("taskId", task.getId())
                .param("callbackUrl", "/");
        for (int i = 0; i < fields.length; i += 2) {
            boolean ofThePage = List.of("refresh", "confirmed").contains(fields[i]);
            request.param(ofThePage ? fields[i] : "field." + fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }

    /** One of the deputy's. */
    private Task task(String key) {
        String id = school.as(Role.DEPUTY, () -> own.mine(100)).stream()
                .filter(task -> task.definitionKey().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
        return tasks.createTaskQuery().taskId(id).singleResult();
    }

    private MockHttpSession session(Role role) throws Exception {
        return (MockHttpSession)
                mvc.perform(formLogin().user(school.login(role)).password(TestSchool.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
    }
}

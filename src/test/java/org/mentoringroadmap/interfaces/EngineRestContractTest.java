package org.mentoringroadmap.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.FormFiller;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.RunningProgramme;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** Stage 1 as a stranger's program drives it, who knows the engine's standard REST and nothing of ours. */
@RunningApplicationTest
class EngineRestContractTest {
    private static final String REST = "/engine-rest";
    private static final String START = REST + "/process-definition/key/target-model/";
    private static final String RUSSIAN = "(?s).*[А-Яа-яЁё]{3}.*";

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    private TestSchool school;

    @BeforeEach
    void school() {
        school = schools.create();
    }

    /** Every form is filled by the types of its fields; a task on a page is closed as not held. */
    @Test
    void stageOneIsDrivenByItsForms() {
        Set<String> elements = drive(RunningProgramme.start(callers, school), "");
        assertThat(elements)
                .contains(
                        "Task_RecordOutcome",
                        "Task_PlanEvent",
                        "Task_ReportEvent",
                        "Task_SignProtocol",
                        "Task_CollectClasses",
                        "Task_ChooseForms",
                        "Task_CheckDraft",
                        "Task_Approve",
                        "Task_Register",
                        "Task_MakeKnown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"earlier", "not-held"})
    void everyActivityIsClosedByItsOutcomeAlone(String outcome) {
        Caller.Answer started = callers.basic(school, Role.CURATOR)
                .post(START + "submit-form", variables(Map.of("schoolYear", "2026-2027")));
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        drive(
                RunningProgramme.of(
                        callers, school, started.json().path("businessKey").asText()),
                outcome);
    }

    @Test
    void theStartIsRefusedInRussian() {
        Caller curator = callers.basic(school, Role.CURATOR);
        for (String way : List.of("start", "submit-form")) {
            for (String year : List.of("2026-2028", "", "сентябрь")) {
                refused(curator.post(START + way, variables(Map.of("schoolYear", year))), 400);
            }
            refused(curator.post(START + way, "{\"variables\":{}}"), 400);
        }
        RunningProgramme programme = RunningProgramme.start(callers, school);
        int tasks = programme.tasks().size();
        for (String way : List.of("start", "submit-form")) {
            refused(curator.post(START + way, variables(Map.of("schoolYear", RunningProgramme.SCHOOL_YEAR))), 409);
        }
        assertThat(callers.browser(school, Role.CURATOR)
                        .submit(
                                "/programmes",
                                "/programmes",
                                Map.of("roadmap", "target-model", "schoolYear", RunningProgramme.SCHOOL_YEAR))
                        .status())
                .as("a page that is out of date leads to what runs")
                .isEqualTo(302);
        assertThat(programme.tasks()).hasSize(tasks);
        assertThat(callers.basic(school, Role.CURATOR).get("/api/programmes").json())
                .hasSize(1);
        assertThat(programme.incidents()).isZero();
    }

    @Test
    void whatIsMissingIsRefusedInRussianAndNothingChanges() {
        RunningProgramme programme = RunningProgramme.start(callers, school);
        String today = TestClock.today().toString();

        String classes = programme.taskId("Task_CollectClasses");
        refusedTask(programme, Role.DEPUTY, classes, Map.of("outcome", "done"));
        String activity = programme.taskId("Task_RecordOutcome");
        refusedTask(programme, Role.DEPUTY, activity, Map.of());
        refusedTask(programme, Role.DEPUTY, activity, Map.of("outcome", "may be"));
        refusedTask(programme, Role.DEPUTY, activity, Map.of("outcome", "not-held"));
        refusedTask(programme, Role.DEPUTY, activity, Map.of("outcome", "earlier", "number", "5"));
        refusedTask(programme, Role.DEPUTY, activity, Map.of("outcome", "done", "date", "вчера"));
        refusedTask(
                programme,
                Role.DEPUTY,
                activity,
                Map.of("outcome", "done", "date", TestClock.today().plusDays(9).toString()));

        String check = programme.taskId("Task_CheckDraft");
        assertThat(programme
                        .complete(Role.DEPUTY, check, object(Map.of("outcome", "done")))
                        .status())
                .isEqualTo(204);
        String approve = programme.taskId("Task_Approve");
        refusedTask(programme, Role.DIRECTOR, approve, Map.of());
        refusedTask(programme, Role.DIRECTOR, approve, Map.of("decision", "perhaps"));
        refusedTask(programme, Role.DIRECTOR, approve, Map.of("decision", "return"));
        refusedTask(programme, Role.DIRECTOR, approve, Map.of("decision", "return", "comment", "  "));
        assertThat(programme
                        .complete(
                                Role.DIRECTOR, approve, object(Map.of("decision", "approve", "despiteBlanks", "true")))
                        .status())
                .isEqualTo(204);
        String register = programme.taskId("Task_Register");
        refusedTask(programme, Role.SECRETARY, register, Map.of("number", " ", "date", today));
        refusedTask(programme, Role.SECRETARY, register, Map.of("number", "41-О"));
        assertThat(programme
                        .complete(Role.SECRETARY, register, object(Map.of("number", "41-О", "date", today)))
                        .status())
                .isEqualTo(204);
        String known = programme.taskId("Task_MakeKnown");
        refusedTask(programme, Role.SECRETARY, known, Map.of("date", today));
        assertThat(programme.incidents()).isZero();
    }

    /** Two documents of the same journal; the database holds the number of the first one. */
    @Test
    void aTakenNumberIsRefusedInRussian() {
        RunningProgramme programme = RunningProgramme.start(callers, school);
        String today = TestClock.today().toString();
        List<JsonNode> orders = programme.tasks().stream()
                .filter(task -> task.path("taskDefinitionKey").asText().equals("Task_CheckDraft"))
                .filter(task -> task.path("name").asText().contains("риказ"))
                .toList();
        assertThat(orders).hasSizeGreaterThanOrEqualTo(2);
        for (JsonNode order : orders.subList(0, 2)) {
            programme.complete(Role.DEPUTY, order.path("id").asText(), object(Map.of("outcome", "done")));
            programme.complete(
                    Role.DIRECTOR,
                    programme.taskId("Task_Approve"),
                    object(Map.of("decision", "approve", "despiteBlanks", "true")));
        }
        programme.complete(
                Role.SECRETARY, programme.taskId("Task_Register"), object(Map.of("number", "77-О", "date", today)));
        String second = programme.taskId("Task_Register");
        refusedTask(programme, Role.SECRETARY, second, Map.of("number", "77-О", "date", today));
        assertThat(programme.incidents()).isZero();
    }

    @Test
    void anUnknownDocumentIsToldInRussian() {
        for (String path : List.of("/api/documents/999999/file", "/api/programmes/999999/documents")) {
            Caller.Answer answer = callers.basic(school, Role.CURATOR).get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.message()).matches(RUSSIAN);
        }
        assertThat(callers.browser(school, Role.CURATOR)
                        .page("/documents/999999")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTeacherNeverApprovesForTheDirector() {
        RunningProgramme programme = RunningProgramme.start(callers, school);
        programme.complete(Role.DEPUTY, programme.taskId("Task_CheckDraft"), object(Map.of("outcome", "done")));
        String task = programme.taskId("Task_Approve");
        Caller teacher = callers.basic(school, Role.TEACHER);
        long document = StreamSupport.stream(
                        callers.basic(school, Role.DIRECTOR)
                                .get("/api/programmes/" + programme.id() + "/documents")
                                .json()
                                .spliterator(),
                        false)
                .filter(one -> one.path("status").asText().equals("REVIEW"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
        String approve = variables(Map.of("decision", "approve"));
        Caller browser = callers.browser(school, Role.TEACHER);
        String page = "/documents";
        String decision = "/documents/" + document + "/decision";
        assertThat(List.of(
                        teacher.post(
                                        REST + "/task/" + task + "/claim",
                                        "{\"userId\":\"" + school.login(Role.TEACHER) + "\"}")
                                .status(),
                        teacher.post(REST + "/task/" + task + "/complete", approve)
                                .status(),
                        teacher.post(REST + "/task/" + task + "/submit-form", approve)
                                .status(),
                        teacher.post("/api/documents/" + document + "/decision", "{\"decision\":\"approve\"}")
                                .status(),
                        browser.submit(page, decision, Map.of("decision", "approve"))
                                .status(),
                        browser.submit(page, "/inbox", Map.of("document", String.valueOf(document)))
                                .status(),
                        browser.post("/camunda/api/engine/engine/default/task/" + task + "/complete", approve)
                                .status()))
                .as("the draft is not even there for a teacher")
                .isSubsetOf(403, 404);
        assertThat(programme.isOpen(task)).isTrue();
        assertThat(callers.basic(school, Role.DIRECTOR)
                        .get("/api/programmes/" + programme.id() + "/documents")
                        .json()
                        .findValuesAsText("status"))
                .contains("REVIEW")
                .doesNotContain("APPROVED");
    }

    @Test
    void aBrokenModelIsRefusedWithEveryError() throws IOException {
        String broken = Files.readString(Path.of("processes/blocks/activity.bpmn"))
                .replaceAll(" camunda:historyTimeToLive=\"[^\"]*\"", "")
                .replaceAll(" camunda:candidateGroups=\"[^\"]*\"", "")
                .replaceAll(" camunda:dueDate=\"[^\"]*\"", "");
        String before = versionOfActivity();
        Caller.Answer answer = callers.administrator().deploy("broken", Map.of("activity.bpmn", broken));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.message().split("\n• ").length).isGreaterThanOrEqualTo(4);
        assertThat(answer.message()).matches(RUSSIAN);
        String sound = Files.readString(Path.of("processes/blocks/activity.bpmn"));
        for (String file : List.of(broken, sound)) {
            assertThat(callers.basic(school, Role.CURATOR)
                            .deploy("curator's", Map.of("activity.bpmn", file))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(versionOfActivity()).isEqualTo(before);
    }

    @Test
    void theAdministratorListsEverythingAndExecutesJobs() {
        RunningProgramme programme = RunningProgramme.start(callers, school);
        Caller administrator = callers.administrator();
        JsonNode timer = administrator
                .get(REST + "/job?timers=true&tenantIdIn=" + school.id())
                .json()
                .path(0);
        String due = timer.path("dueDate").asText();
        assertThat(administrator
                        .post(REST + "/job/" + timer.path("id").asText() + "/execute", "{}")
                        .status())
                .isEqualTo(204);
        programme.settle();
        assertThat(administrator
                        .get(REST + "/job?timers=true&tenantIdIn=" + school.id())
                        .json()
                        .path(0)
                        .path("dueDate")
                        .asText())
                .isNotBlank()
                .isNotNull();
        assertThat(due).isNotBlank();
        assertThat(administrator.post(REST + "/history/cleanup", "{}").status()).isEqualTo(200);
        assertThat(administrator
                        .get(REST + "/history/process-instance?tenantIdIn=" + school.id())
                        .json())
                .isNotEmpty();
        assertThat(programme.incidents()).isZero();
    }

    /**
     * Does every task of stage 1 by the account of its first role.
     *
     * @param outcome how each ends; empty for what its form names first
     * @return the elements that were passed
     */
    private Set<String> drive(RunningProgramme programme, String outcome) {
        Set<String> passed = new HashSet<>();
        for (int round = 0; round < 100; round++) {
            List<JsonNode> tasks = programme.tasks();
            assertThat(tasks).isNotEmpty();
            if (stageOneEnded(programme)) {
                assertThat(programme.incidents()).isZero();
                return passed;
            }
            // the engine lists them in no order of time: those of the later stages would keep the hundred rounds busy
            JsonNode task = tasks.stream()
                    .filter(one -> programme.item(one.path("id").asText()).startsWith("000-1."))
                    .findFirst()
                    .orElse(tasks.get(0));
            String id = task.path("id").asText();
            Role role = programme.roles(id).get(0);
            Caller.Answer done = programme.complete(role, id, input(callers.basic(school, role), id, outcome));
            assertThat(done.status())
                    .as("%s by %s: %s", task.path("name").asText(), role, done.text())
                    .isEqualTo(204);
            passed.add(task.path("taskDefinitionKey").asText());
        }
        throw new AssertionError("Stage 1 does not end");
    }

    private static String input(Caller caller, String task, String outcome) {
        if (outcome.equals("earlier")) {
            return object(Map.of(
                    "outcome",
                    outcome,
                    "number",
                    "12-О",
                    "date",
                    TestClock.today().minusDays(3).toString(),
                    "note",
                    "Сделано раньше."));
        }
        if (outcome.equals("not-held")) {
            return object(Map.of("outcome", outcome, "note", "В этом году не проводится."));
        }
        Caller.Answer form = caller.get(REST + "/task/" + task + "/deployed-form");
        if (form.status() == 200) {
            return FormFiller.fill(form.json()).toString();
        }
        assertThat(caller.get(REST + "/task/" + task + "/form")
                        .json()
                        .path("key")
                        .asText())
                .startsWith("/tasks/");
        return object(Map.of("outcome", "not-held", "note", "В этом году не проводится."));
    }

    private void refusedTask(RunningProgramme programme, Role role, String task, Map<String, String> input) {
        Caller caller = callers.basic(school, role);
        caller.post(REST + "/task/" + task + "/claim", "{\"userId\":\"" + school.login(role) + "\"}");
        Set<String> before = names(task);
        for (String way : List.of("complete", "submit-form")) {
            Caller.Answer answer = caller.post(REST + "/task/" + task + "/" + way, variables(input));
            assertThat(answer.status()).as("%s: %s", input, answer.text()).isBetween(400, 499);
            assertThat(answer.message()).matches(RUSSIAN);
        }
        assertThat(programme.isOpen(task)).isTrue();
        assertThat(names(task)).isEqualTo(before);
    }

    private Set<String> names(String task) {
        Set<String> names = new HashSet<>();
        callers.administrator()
                .get(REST + "/task/" + task + "/variables")
                .json()
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static void refused(Caller.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.message()).matches(RUSSIAN);
    }

    private String versionOfActivity() {
        return callers.administrator()
                .get(REST + "/process-definition/key/activity")
                .json()
                .path("id")
                .asText();
    }

    private boolean stageOneEnded(RunningProgramme programme) {
        return callers.administrator()
                        .get(REST + "/history/process-instance/count?finished=true&processInstanceBusinessKey="
                                + programme.id() + "&processDefinitionKey=target-model-1-conditions")
                        .json()
                        .path("count")
                        .asInt()
                > 0;
    }

    private static String variables(Map<String, String> values) {
        return "{\"variables\":" + object(values) + "}";
    }

    private static String object(Map<String, String> values) {
        return values.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":{\"value\":\"" + field.getValue() + "\"}")
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}

package org.mentoringroadmap.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.Webapps;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.RunningProgramme;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What another person did meanwhile, what a request has wrong, and what the engine itself fails over, is told in Russian and
 * without a word for programmers: by REST, to Tasklist (which shows it as it comes), and on our pages.
 */
@RunningApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineFailuresInRussianTest {
    private static final String REST = "/engine-rest";
    private static final String TASKLIST = Webapps.API + "/engine/engine/default";
    private static final String TECHNICAL =
            "(?i)\\b(ENGINE-|null|exception|cannot|error|task with|invalid|org\\.|com\\.|java|json|entity|variable)";

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private ProcessEngine engine;

    private TestSchool school;
    private RunningProgramme programme;
    private String done;
    private String open;
    private Caller deputy;
    private Caller tasklist;

    @BeforeAll
    void start() {
        school = schools.create();
        programme = RunningProgramme.start(callers, school);
        deputy = callers.basic(school, Role.DEPUTY);
        tasklist = callers.browser(school, Role.DEPUTY);
        tasklist.page(Webapps.TASKLIST);
        done = programme.taskId("Task_CheckDraft");
        assertThat(programme
                        .complete(
                                Role.DEPUTY,
                                done,
                                "{\"outcome\":{\"value\":\"not-held\"},\"note\":{\"value\":\"не нужен\"}}")
                        .status())
                .isEqualTo(204);
        open = programme.taskId("Task_PlanEvent");
    }

    /** Everything that Tasklist asks of a task, and what programs ask beside it, of one that is done and of one that never was. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            GET; ;
            GET; /form;
            GET; /deployed-form;
            GET; /form-variables;
            GET; /rendered-form;
            GET; /localVariables/note;
            GET; /variables/note;
            POST; /submit-form; {"variables":{"acknowledged":{"value":true},"date":{"value":"2026-11-28"}}}
            POST; /submit-form; {"variables":{"outcome":{"value":"done"}}}
            POST; /submit-form; {}
            POST; /complete; {"variables":{"room":{"value":"12"}}}
            POST; /complete; {"variables":{"outcome":{"value":"done"}}}
            POST; /claim; {"userId":"{deputy}"}
            POST; /unclaim;
            POST; /assignee; {"userId":"{deputy}"}
            POST; /delegate; {"userId":"{deputy}"}
            POST; /resolve; {}
            POST; /bpmnError; {"errorCode":"x"}
            POST; /bpmnEscalation; {"escalationCode":"x"}
            PUT; /; {"name":"другое"}
            """)
    void aTaskThatIsDoneOrNeverWas(String method, String path, String body) {
        String sent = body == null ? null : body.replace("{deputy}", school.login(Role.DEPUTY));
        for (String task : List.of(done, "00000000-0000-0000-0000-000000000000", "нет")) {
            String place = "/task/" + java.net.URLEncoder.encode(task, java.nio.charset.StandardCharsets.UTF_8)
                    + (path == null ? "" : path);
            toldInRussian(send(deputy, method, REST + place, sent));
            toldInRussian(send(tasklist, method, TASKLIST + place, sent));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete"})
    void whoCompletesWhatIsDoneLearnsIt(String way) {
        Caller.Answer answer = tasklist.post(
                TASKLIST + "/task/" + done + "/" + way,
                "{\"variables\":{\"acknowledged\":{\"value\":true},\"date\":{\"value\":\"2026-11-28\"}}}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.message()).contains("она уже выполнена");
    }

    /** What is wrong about a request to a task that is there. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            POST; /submit-form; {"variables":{"outcome":
            POST; /submit-form; []
            POST; /submit-form; {"variables":[]}
            POST; /submit-form; {"variables":{"outcome":{"value":"done","type":"Nothing"}}}
            POST; /submit-form; {"variables":{"outcome":{"value":"done","type":"Date"}}}
            POST; /submit-form; {"variables":{"invited":{"value":"много","type":"Integer"}}}
            POST; /submit-form; {"variables":{"outcome":{"value":{"a":1}}}}
            POST; /submit-form; {"variables":{"outcome":null}}
            POST; /submit-form; {"variables":{"outcome":{"value":null}}}
            POST; /submit-form; {"variables":null}
            POST; /submit-form; {"variables":{"room":{"value":"12"}}}
            POST; /submit-form; {"unknown":1}
            POST; /complete; {"variables":{"outcome":{"value":"done"},"eventDate":{"value":"{long}"}}}
            POST; /complete; {"variables":{"outcome":{"value":"not-held"},"note":{"value":"{long}"}}}
            POST; /complete; {"variables":{"outcome":{"value":"x","type":"Object","valueInfo":{"objectTypeName":"java.util.Map"}}}}
            PUT; /submit-form; {}
            DELETE; /form;
            GET; /submit-form;
            GET; /nothing;
            POST; /claim; {"userId":"nobody"}
            GET; /variables/nothing;
            GET; /localVariables/nothing/data;
            """)
    void aRequestThatIsWrong(String method, String path, String body) {
        String sent = body == null ? null : body.replace("{long}", "длинно".repeat(2000));
        toldInRussian(send(deputy, method, REST + "/task/" + open + path, sent));
        toldInRussian(send(tasklist, method, TASKLIST + "/task/" + open + path, sent));
        assertThat(programme.isOpen(open)).isTrue();
    }

    /** Of the rest that Tasklist asks for. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            GET; /filter/nothing;
            POST; /filter/nothing/list; {}
            GET; /filter/nothing/count;
            POST; /task; {"sorting":[{"sortBy":"nothing","sortOrder":"asc"}]}
            POST; /task; {"taskVariables":[{"name":"a"
            GET; /task?sortBy=nothing&sortOrder=asc;
            GET; /task?dueBefore=вчера;
            GET; /process-definition/nothing;
            GET; /process-definition/key/nothing/xml;
            GET; /process-definition/key/nothing/form-variables;
            GET; /process-definition/key/nothing/deployed-start-form;
            POST; /process-definition/key/nothing/submit-form; {}
            POST; /process-definition/key/target-model/submit-form; {"variables":{"schoolYear":{"value":"2026-2027"}}}
            GET; /process-instance/nothing;
            GET; /process-instance/nothing/variables/a;
            GET; /case-definition/nothing;
            GET; /user/nobody/profile;
            GET; /group/nothing;
            GET; /variable-instance/nothing;
            GET; /deployment/nothing/resources;
            GET; /nothing/at/all;
            DELETE; /process-instance/nothing;
            """)
    void whateverElseIsMissingOrWrong(String method, String path, String body) {
        String place = path.replace("вчера", "%D0%B2");
        toldInRussianIfRefused(send(deputy, method, REST + place, body));
        toldInRussianIfRefused(send(tasklist, method, TASKLIST + place, body));
    }

    @Test
    void aTaskThatAnotherHasTaken() {
        RunningProgramme another = RunningProgramme.start(callers, schools.create());
        assertThat(another).isNotNull();
        String task = programme.tasks().stream()
                .filter(one -> programme.roles(one.path("id").asText()).contains(Role.DEPUTY)
                        && programme.roles(one.path("id").asText()).contains(Role.CURATOR))
                .map(one -> one.path("id").asText())
                .findFirst()
                .orElse(open);
        Caller curator = callers.basic(school, Role.CURATOR);
        assertThat(curator.post(REST + "/task/" + task + "/claim", user(Role.CURATOR))
                        .status())
                .isEqualTo(204);

        Caller.Answer answer = tasklist.post(TASKLIST + "/task/" + task + "/claim", user(Role.DEPUTY));

        assertThat(answer.message()).contains("взял в работу другой");
        toldInRussian(answer);
    }

    @Test
    void aTaskThatIsSuspendedOrDeletedMeanwhile() {
        TestSchool other = schools.create();
        RunningProgramme stopped = RunningProgramme.start(callers, other);
        JsonNode task = stopped.task("Task_CheckDraft");
        String id = task.path("id").asText();
        String instance = task.path("processInstanceId").asText();
        Caller person = callers.browser(other, Role.DEPUTY);
        person.page(Webapps.TASKLIST);
        assertThat(callers.administrator()
                        .put(REST + "/process-instance/" + instance + "/suspended", "{\"suspended\":true}")
                        .status())
                .isEqualTo(204);

        for (String way : List.of("submit-form", "complete")) {
            Caller.Answer answer = person.post(
                    TASKLIST + "/task/" + id + "/" + way, "{\"variables\":{\"outcome\":{\"value\":\"done\"}}}");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.message()).contains("приостановлена");
            toldInRussian(answer);
        }
        toldInRussian(person.post(TASKLIST + "/task/" + id + "/claim", user(other, Role.DEPUTY)));
        Caller.Answer page = callers.browser(other, Role.DEPUTY)
                .submit("/tasks", "/tasks/activity", Map.of("taskId", id, "outcome", "done"));
        assertThat(page.text()).doesNotContain("Exception", "ENGINE-");

        assertThat(callers.administrator()
                        .put(REST + "/process-instance/" + instance + "/suspended", "{\"suspended\":false}")
                        .status())
                .isEqualTo(204);
        assertThat(callers.administrator()
                        .delete(REST + "/process-instance/" + instance)
                        .status())
                .isEqualTo(204);
        Caller.Answer gone = person.post(
                TASKLIST + "/task/" + id + "/submit-form", "{\"variables\":{\"despiteBlanks\":{\"value\":true}}}");
        assertThat(gone.status()).isEqualTo(404);
        toldInRussian(gone);
    }

    /** Each page of ours that a person may have open while an administrator stops the process or moves it to another step. */
    @Test
    void pagesOfTasksThatAreSuspendedOrMoved() {
        TestSchool other = schools.create();
        RunningProgramme year = RunningProgramme.start(callers, other);
        Map<String, JsonNode> pages = year.tasks().stream()
                .filter(task -> task.path("formKey").asText().startsWith("/tasks/"))
                .collect(Collectors.toMap(task -> task.path("formKey").asText(), task -> task, (one, same) -> one));
        assertThat(pages).isNotEmpty();
        RuntimeService runtime = engine.getRuntimeService();
        pages.forEach((action, task) -> {
            String id = task.path("id").asText();
            String instance = task.path("processInstanceId").asText();
            String page = action + "?taskId=" + id;
            Caller person = callers.browser(other, year.roles(id).iterator().next());
            runtime.suspendProcessInstanceById(instance);
            legible(person.page(page), 200, 409);
            legible(person.submit("/tasks", action, Map.of("taskId", id, "outcome", "done")), 400, 403, 404, 405, 409);
            runtime.activateProcessInstanceById(instance);
            assertThat(year.isOpen(id)).as("%s is not done by the way", page).isTrue();

            String step = task.path("taskDefinitionKey").asText();
            runtime.createProcessInstanceModification(instance)
                    .cancelAllForActivity(step)
                    .startBeforeActivity(step)
                    .execute();
            Caller.Answer gone = person.page(page);
            legible(gone, 404);
            assertThat(gone.text()).as(page).contains("уже выполнена");
            legible(person.submit("/tasks", action, Map.of("taskId", id, "outcome", "done")), 400, 403, 404, 405);
        });
    }

    private static void legible(Caller.Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
        assertThat(answer.text())
                .doesNotContain("Exception", "ENGINE-", "org.camunda")
                .contains("</html>");
    }

    /** The answer that programs go by keeps its shape: a type, a code and a message. */
    @Test
    void theShapeOfARefusalStays() {
        JsonNode refusal = deputy.get(REST + "/task/nothing").json();

        assertThat(refusal.path("type").asText()).isEqualTo("InvalidRequestException");
        assertThat(refusal.has("code")).isTrue();
    }

    @Test
    void anAdministratorIsToldWhatTheEngineCouldNotRead() {
        Caller.Answer answer = callers.administrator().deploy("broken", Map.of("broken.bpmn", "<definitions"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("broken.bpmn").containsPattern("\\p{IsCyrillic}{3}");
    }

    private static Caller.Answer send(Caller caller, String method, String path, String body) {
        return switch (method) {
            case "GET" -> caller.get(path);
            case "DELETE" -> caller.delete(path);
            case "PUT" -> caller.put(path, body == null ? "{}" : body);
            default -> caller.post(path, body == null ? "{}" : body);
        };
    }

    private static void toldInRussianIfRefused(Caller.Answer answer) {
        if (answer.status() >= 400) {
            toldInRussian(answer);
        }
    }

    private static void toldInRussian(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(400);
        assertThat(answer.message())
                .as("%s %s", answer.status(), answer.text())
                .containsPattern("\\p{IsCyrillic}{3}")
                .doesNotContainPattern(TECHNICAL);
    }

    private String user(Role role) {
        return user(school, role);
    }

    private static String user(TestSchool school, Role role) {
        return "{\"userId\":\"" + school.login(role) + "\"}";
    }
}

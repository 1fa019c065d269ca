package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.RunningProgramme;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The engine's REST is much wider than what schools need. A person who may work on a task can do nothing else with it,
 * sees nobody else's account, and leaves no free text in the engine.
 */
@RunningApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineRestHolesTest {
    private static final String RUSSIAN = "\\p{IsCyrillic}{3}";
    private static final String REST = "/engine-rest";

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private OwnRoles ownRoles;

    private TestSchool school;
    private RunningProgramme programme;
    private String draft;
    private String own;
    private String activity;
    private String instance;
    private String execution;

    @BeforeAll
    void start() {
        school = schools.create();
        programme = RunningProgramme.start(callers, school);
        own = "rest-helper";
        school.as(
                "administrator",
                List.of(Role.ADMINISTRATOR.id()),
                () -> ownRoles.add(own, "помощник " + own, Role.TEACHER));
        JsonNode task = programme.task("Task_CheckDraft");
        draft = task.path("id").asText();
        instance = task.path("processInstanceId").asText();
        execution = task.path("executionId").asText();
        activity = programme.taskId("Task_RecordOutcome");
    }

    /** A deputy is a candidate of the task, a teacher is not; neither may do this to it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            PUT; /task/{task}/variables/documentId; {"value":1,"type":"Long"}
            POST; /task/{task}/variables; {"modifications":{"documentId":{"value":1}}}
            DELETE; /task/{task}/variables/documentId;
            PUT; /task/{task}/localVariables/note; {"value":"о человеке"}
            PUT; /execution/{execution}/localVariables/note; {"value":"о человеке"}
            PUT; /process-instance/{instance}/variables/documentId; {"value":1}
            DELETE; /process-instance/{instance};
            PUT; /process-instance/{instance}/suspended; {"suspended":true}
            POST; /process-instance/{instance}/modification; {"instructions":[{"type":"startBeforeActivity","activityId":"Task_MakeKnown"}]}
            POST; /process-instance/delete; {"processInstanceIds":["{instance}"]}
            POST; /message; {"messageName":"DocumentSignedOnPaper","businessKey":"{programme}","all":true}
            POST; /execution/{execution}/messageSubscriptions/DocumentSignedOnPaper/trigger; {}
            POST; /execution/{execution}/signal; {}
            POST; /task/{task}/assignee; {"userId":"{teacher}"}
            POST; /task/{task}/delegate; {"userId":"{teacher}"}
            POST; /task/{task}/identity-links; {"groupId":"teacher","type":"candidate"}
            POST; /task/{task}/claim; {"userId":"{director}"}
            PUT; /task/{task}/; {"name":"другое","description":"о человеке"}
            POST; /task/{task}/resolve; {"variables":{"note":{"value":"о человеке"}}}
            POST; /task/{task}/bpmnError; {"errorCode":"x","errorMessage":"о человеке"}
            POST; /task/{task}/bpmnEscalation; {"escalationCode":"x","variables":{"responsible":{"value":"teacher"}}}
            POST; /task/create; {"name":"о человеке","assignee":"{director}"}
            POST; /user/create; {"profile":{"id":"mallory"},"credentials":{"password":"mallory-mallory"}}
            PUT; /group/administrator/members/{teacher}; {}
            POST; /group/create; {"id":"x","name":"x","type":"x"}
            PUT; /tenant/{school}/user-members/{teacher}; {}
            POST; /authorization/create; {"type":1,"permissions":["ALL"],"groupId":"teacher","resourceType":7,"resourceId":"*"}
            POST; /filter/create; {"resourceType":"Task","name":"о человеке","query":{},"properties":{}}
            POST; /history/cleanup; {}
            POST; /identity/verify; {"username":"{director}","password":"угадаю"}
            DELETE; /user/{self};
            """)
    void isRefused(String method, String path, String body) {
        for (Role role : List.of(Role.DEPUTY, Role.TEACHER)) {
            Caller.Answer answer = send(callers.basic(school, role), method, fill(path, role), fill(body, role));
            assertThat(answer.status()).as("%s: %s", role, answer.text()).isIn(403, 404);
            if (answer.status() == 403) {
                assertThat(answer.message()).containsPattern(RUSSIAN);
            }
        }
        unchanged();
    }

    /** An administrator may do nearly everything, but not to what the application relies on. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            PUT; /group/curator; {"id":"curator","name":"Другое","type":"WORKFLOW"}
            PUT; /group/administrator; {"id":"administrator","name":"Другое","type":"WORKFLOW"}
            PUT; /group/{own}; {"id":"{own}","name":"Другое","type":"WORKFLOW"}
            POST; /group/create; {"id":"{own}","name":"Другое","type":"WORKFLOW"}
            DELETE; /group/{own};
            PUT; /group/{own}/members/{teacher}; {}
            DELETE; /group/model-administrator;
            DELETE; /group/administrator;
            DELETE; /group/director;
            DELETE; /group/camunda-admin;
            DELETE; /tenant/{school};
            POST; /tenant/create; {"id":"another-school","name":"Другая"}
            PUT; /tenant/{school}/user-members/administrator; {}
            DELETE; /tenant/{school}/user-members/{teacher};
            PUT; /tenant/{school}/group-members/teacher; {}
            DELETE; /user/administrator;
            PUT; /group/curator/members/{teacher}; {}
            PUT; /group/model-administrator/members/administrator; {}
            DELETE; /group/administrator/members/administrator;
            """)
    void isRefusedToAnAdministratorToo(String method, String path, String body) {
        Caller.Answer answer =
                send(callers.administrator(), method, fill(path, Role.TEACHER), fill(body, Role.TEACHER));

        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.message()).containsPattern(RUSSIAN);
        assertThat(callers.administrator()
                        .get(REST + "/group/model-administrator")
                        .status())
                .isEqualTo(200);
        assertThat(callers.basic(school, Role.TEACHER)
                        .get(REST + "/tenant")
                        .json()
                        .findValuesAsText("id"))
                .containsExactly(school.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            PUT; /group/camunda-admin/members/administrator; {}
            POST; /group/create; {"id":"friends-of-the-school","name":"x","type":"x"}
            POST; /user/create; {"profile":{"id":"twice-made"},"credentials":{"password":"Twice-made-2026"}}
            POST; /authorization/create; {"type":1,"permissions":["ALL"],"groupId":"friends-of-the-school","resourceType":7,"resourceId":"*"}
            """)
    void whatIsThereAlreadyIsNoFailure(String method, String path, String body) {
        send(callers.administrator(), method, path, body);

        Caller.Answer again = send(callers.administrator(), method, path, body);

        assertThat(again.status()).as(again.text()).isEqualTo(400);
        assertThat(again.message()).containsPattern(RUSSIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.html", "x.js", "x.svg", "x.bpmn.txt", "x"})
    void nothingIsDeployedButModels(String name) {
        Caller.Answer answer = callers.administrator().deploy("models", Map.of(name, "<svg/>"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.message()).contains(name, "«.bpmn», «.dmn» или «.form»");
    }

    /** A trace of a failure may hold the values on which the code failed. */
    @Test
    void tracesOfFailuresAreAnAdministrators() {
        String log = callers.administrator()
                .get(REST + "/history/job-log")
                .json()
                .path(0)
                .path("id")
                .asText();

        assertThat(log).isNotEmpty();
        assertThat(callers.basic(school, Role.CURATOR)
                        .get(REST + "/history/job-log/" + log + "/stacktrace")
                        .status())
                .isEqualTo(403);
    }

    /** What the engine hides instead of refusing it: still nothing changes. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            DELETE; /task/{task};
            POST; /task/{task}/comment/create; {"message":"о человеке"}
            PUT; /user/{director}/credentials; {"password":"director-of-mallory","authenticatedUserPassword":"password-of-tests"}
            PUT; /user/{director}/profile; {"id":"{director}","lastName":"Другая"}
            DELETE; /user/{director};
            """)
    void changesNothing(String method, String path, String body) {
        for (Role role : List.of(Role.DEPUTY, Role.TEACHER)) {
            Caller.Answer answer = send(callers.basic(school, role), method, fill(path, role), fill(body, role));
            assertThat(answer.status()).as("%s: %s", role, answer.text()).isGreaterThanOrEqualTo(400);
        }
        assertThat(callers.basic(school, Role.DIRECTOR).get(REST + "/engine").status())
                .isEqualTo(200);
        assertThat(callers.administrator()
                        .get(REST + "/user/" + school.login(Role.DIRECTOR) + "/profile")
                        .json()
                        .path("lastName")
                        .asText())
                .startsWith("Примеров");
        unchanged();
    }

    /** Colleagues know each other by the names of accounts, so nobody takes another one. */
    @Test
    void nobodyRenamesTheOwnAccount() {
        Caller teacher = callers.basic(school, Role.TEACHER);
        String profile = REST + "/user/" + school.login(Role.TEACHER) + "/profile";
        String before = teacher.get(profile).text();

        Caller.Answer answer = send(
                teacher,
                "PUT",
                fill("/user/{self}/profile", Role.TEACHER),
                fill("{\"id\":\"{self}\",\"firstName\":\"Директор\",\"lastName\":\"Школы\"}", Role.TEACHER));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).containsPattern(RUSSIAN);
        assertThat(teacher.get(profile).text()).isEqualTo(before);
    }

    /** What is gone is no failure of the application: nobody gets a 500, and no trace is written. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            POST; /task/gone/complete; {"variables":{"outcome":{"value":"done"}}}
            POST; /task/gone/complete; {"variables":{"unheardOf":{"value":"done"}}}
            POST; /task/gone/submit-form; {"variables":{"unheardOf":{"value":"done"}}}
            POST; /task/gone/claim; {"userId":"{self}"}
            POST; /task/gone/unclaim; {}
            POST; /task/gone/delegate; {"userId":"{self}"}
            GET; /task/gone/deployed-form;
            GET; /task/gone/rendered-form;
            GET; /task/gone/form-variables;
            GET; /task/gone/form;
            GET; /task/gone/identity-links;
            GET; /task/gone/variables;
            GET; /task/gone/localVariables;
            GET; /process-instance/gone/variables;
            GET; /process-instance/gone/activity-instances;
            GET; /deployment/gone/resources/gone/data;
            GET; /job/gone/stacktrace;
            GET; /execution/gone/localVariables;
            GET; /history/process-instance/gone;
            """)
    void whatIsGoneIsNoFailure(String method, String path, String body) {
        for (Caller caller : List.of(callers.basic(school, Role.TEACHER), callers.administrator())) {
            Caller.Answer answer = send(caller, method, path, body == null ? null : fill(body, Role.TEACHER));
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        }
    }

    /** Lists hold nothing for people without a right to read them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "process-instance",
                "execution",
                "variable-instance",
                "incident",
                "deployment",
                "event-subscription",
                "authorization",
                "batch",
                "history/task",
                "history/process-instance",
                "history/activity-instance",
                "history/variable-instance",
                "history/detail",
                "history/user-operation",
                "history/incident",
                "history/identity-link-log",
                "history/batch"
            })
    void listsAreEmpty(String list) {
        for (Role role : List.of(Role.TEACHER, Role.DEPUTY, Role.CURATOR, Role.DIRECTOR)) {
            Caller.Answer answer = callers.basic(school, role).get(REST + "/" + list);
            if (!list.equals("variable-instance")) {
                assertThat(answer.json()).as(role.id()).isEmpty();
            }
            assertThat(answer.status()).as(role.id()).isEqualTo(200);
        }
        assertThat(callers.basic(school, Role.TEACHER)
                        .get(REST + "/variable-instance")
                        .json())
                .isEmpty();
    }

    @Test
    void peopleSeeTheirOwnAccountOnly() {
        Caller teacher = callers.basic(school, Role.TEACHER);
        assertThat(teacher.get(REST + "/user").json().findValuesAsText("id"))
                .containsExactly(school.login(Role.TEACHER));
        assertThat(teacher.get(REST + "/tenant").json().findValuesAsText("id")).containsExactly(school.id());
        assertThat(teacher.get(REST + "/user?memberOfGroup=director").json()).isEmpty();
    }

    /** A job without a process, such as the clean-up of history, is nobody's in the eyes of the engine. */
    @Test
    void jobsBelongToAdministrators() {
        List<JsonNode> jobs = Stream.of(
                        callers.administrator().get(REST + "/job?timers=true").json())
                .flatMap(list -> java.util.stream.StreamSupport.stream(list.spliterator(), false))
                .toList();
        assertThat(jobs).isNotEmpty();
        for (JsonNode job : jobs) {
            String path = REST + "/job/" + job.path("id").asText();
            Caller curator = callers.basic(school, Role.CURATOR);
            assertThat(List.of(
                            curator.post(path + "/execute", "{}").status(),
                            curator.put(path + "/retries", "{\"retries\":0}").status(),
                            curator.put(path + "/duedate", "{\"duedate\":null}").status(),
                            curator.put(path + "/priority", "{\"priority\":1}").status(),
                            curator.put(path + "/suspended", "{\"suspended\":true}")
                                    .status(),
                            curator.delete(path).status()))
                    .containsOnly(403);
        }
        assertThat(callers.basic(school, Role.CURATOR)
                        .put(REST + "/job/suspended", "{\"suspended\":true,\"processDefinitionKey\":\"activity\"}")
                        .status())
                .isEqualTo(403);
    }

    /** In the middle of a process nobody has checked the school year, and the business key is the caller's. */
    @Test
    void aProgrammeStartsAtItsBeginning() {
        Caller.Answer answer =
                callers.basic(school, Role.CURATOR).post(REST + "/process-definition/key/target-model/start", """
                        {"businessKey":"1","skipCustomListeners":true,
                         "variables":{"firstYear":{"value":"2027"},"secondYear":{"value":"2028"}},
                         "startInstructions":[{"type":"startBeforeActivity","activityId":"Activity_Mentees"}]}""");
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"activity", "event", "class-checklist", "document-approval", "target-model-1-conditions"})
    void blocksAndStagesAreNotStartedByPeople(String process) {
        for (Role role : List.of(Role.CURATOR, Role.DIRECTOR)) {
            assertThat(callers.basic(school, role)
                            .post(
                                    REST + "/process-definition/key/" + process + "/start",
                                    "{\"businessKey\":\"" + programme.id() + "\"}")
                            .status())
                    .isEqualTo(403);
        }
    }

    /** An administrator may, and is told what a block lacks: nothing of it is a failure of the program. */
    @Test
    void noProcessFailsWhenItIsStartedByItself() {
        Caller administrator = callers.administrator();
        Set<String> keys = new TreeSet<>();
        administrator
                .get(REST + "/process-definition?latestVersion=true")
                .json()
                .forEach(definition -> keys.add(definition.path("key").asText()));
        assertThat(keys).contains("activity", "document-approval", "mentorship");
        String ofSchool = "{\"variables\":{\"schoolId\":{\"value\":\"" + school.id() + "\"}}}";
        for (String key : keys) {
            for (String sent : List.of("{}", "{\"businessKey\":\"" + programme.id() + "\"}", ofSchool)) {
                Caller.Answer answer = administrator.post(REST + "/process-definition/key/" + key + "/start", sent);
                assertThat(answer.status()).as(key + ": " + answer.text()).isIn(200, 400, 403, 409);
                if (answer.status() == 200) {
                    administrator.delete(REST + "/process-instance/"
                            + answer.json().path("id").asText());
                } else {
                    assertThat(answer.message()).containsPattern(RUSSIAN);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "submit-form"})
    void aStartTakesTheFieldsOfItsFormOnly(String way) {
        Caller.Answer answer = callers.basic(school, Role.CURATOR)
                .post(
                        REST + "/process-definition/key/target-model/" + way,
                        "{\"variables\":{\"schoolYear\":{\"value\":\"2031-2032\"},\"secret\":{\"value\":\"о человеке\"}}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.message()).contains("«secret»");
    }

    @ParameterizedTest
    @CsvSource({"complete, documentId", "complete, responsible", "submit-form, documentId", "complete, secret"})
    void aTaskTakesTheFieldsOfItsFormOnly(String way, String field) {
        Caller.Answer answer = callers.basic(school, Role.DEPUTY)
                .post(
                        REST + "/task/" + draft + "/" + way,
                        "{\"variables\":{\"outcome\":{\"value\":\"done\"},\"" + field + "\":{\"value\":\"5\"}}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.message()).contains("«" + field + "»");
        unchanged();
    }

    /** What cannot be read is refused as it comes; it would fail inside, and its trace would hold what was typed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":\"Фамилия\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\",\"serializationDataFormat\":\"application/json\"}}",
                "{\"value\":\"[]\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"no.such.Type\",\"serializationDataFormat\":\"application/json\"}}",
                "{\"value\":\"Фамилия\",\"type\":\"Json\"}",
                "{\"value\":\"AAAA\",\"type\":\"Bytes\"}",
                "{\"value\":\"AAAA\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"a.txt\"}}"
            })
    void aTaskTakesReadableValuesOnly(String value) {
        Caller.Answer answer = callers.basic(school, Role.DEPUTY)
                .post(REST + "/task/" + draft + "/complete", "{\"variables\":{\"outcome\":" + value + "}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.message()).containsPattern(RUSSIAN);
        unchanged();
    }

    /** Whoever is no candidate can do nothing at all with a task. */
    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TEACHER", "MENTOR", "PSYCHOLOGIST", "SITE_EDITOR", "SECRETARY"})
    void onlyCandidatesWorkOnATask(Role role) {
        Caller caller = callers.basic(school, role);
        assertThat(caller.get(REST + "/task/" + draft).status()).isEqualTo(404);
        assertThat(caller.get(REST + "/task/" + draft + "/variables").status()).isIn(403, 404, 500);
        String input = "{\"variables\":{\"outcome\":{\"value\":\"done\"}}}";
        Map<String, String> ways =
                Map.of("claim", "{\"userId\":\"" + school.login(role) + "\"}", "complete", input, "submit-form", input);
        ways.forEach((way, body) -> {
            Caller.Answer answer = caller.post(REST + "/task/" + draft + "/" + way, body);
            assertThat(answer.status()).as(way).isEqualTo(403);
            assertThat(answer.message()).as(way).containsPattern(RUSSIAN);
        });
        unchanged();
    }

    @Test
    void anOwnPasswordIsNoShorterThanOnOurPage() {
        String credentials = REST + "/user/" + school.login(Role.MENTOR) + "/credentials";
        Caller.Answer tooShort = callers.basic(school, Role.MENTOR)
                .put(
                        credentials,
                        "{\"password\":\"1234567\",\"authenticatedUserPassword\":\"" + TestSchool.PASSWORD + "\"}");
        assertThat(tooShort.status()).as(tooShort.text()).isEqualTo(400);
        assertThat(tooShort.message()).contains("не короче 8 знаков");
        assertThat(callers.basic(school, Role.MENTOR)
                        .put(credentials, "{\"password\":\"long-enough\",\"authenticatedUserPassword\":\"wrong\"}")
                        .status())
                .isBetween(400, 499);
    }

    private static Caller.Answer send(Caller caller, String method, String path, String body) {
        return switch (method) {
            case "PUT" -> caller.put(REST + path, body);
            case "POST" -> caller.post(REST + path, body);
            case "GET" -> caller.get(REST + path);
            default -> caller.delete(REST + path);
        };
    }

    private String fill(String text, Role self) {
        return text == null
                ? null
                : text.replace("{task}", draft)
                        .replace("{instance}", instance)
                        .replace("{execution}", execution)
                        .replace("{programme}", programme.id())
                        .replace("{school}", school.id())
                        .replace("{own}", own)
                        .replace("{self}", school.login(self))
                        .replace("{teacher}", school.login(Role.TEACHER))
                        .replace("{director}", school.login(Role.DIRECTOR));
    }

    private void unchanged() {
        JsonNode task = callers.administrator().get(REST + "/task/" + draft).json();
        assertThat(task.path("assignee").isNull()).isTrue();
        assertThat(task.path("name").asText()).startsWith("Проверить проект");
        assertThat(callers.administrator()
                        .get(REST + "/task/" + draft + "/variables")
                        .json()
                        .has("note"))
                .isFalse();
        assertThat(programme.isOpen(activity)).isTrue();
        assertThat(programme.roles(draft)).doesNotContain(Role.TEACHER);
        assertThat(programme.incidents()).isZero();
    }
}

package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.RunningProgramme;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** Two schools in one installation: nobody of one sees or changes anything of the other, by whatever way in. */
@RunningApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchoolIsolationTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Evidence evidence;

    private TestSchool ours;
    private TestSchool theirs;
    private RunningProgramme ourYear;
    private RunningProgramme theirYear;
    private long theirDocument;
    private Long theirPhoto;
    private Long theirClass;
    private Long theirPerson;

    @BeforeAll
    void start() {
        ours = schools.create();
        theirs = schools.create();
        ourYear = RunningProgramme.start(callers, ours);
        theirYear = RunningProgramme.start(callers, theirs);
        theirYear.complete(Role.DEPUTY, theirYear.taskId("Task_CheckDraft"), "{\"outcome\":{\"value\":\"done\"}}");
        theirDocument = documents(callers.basic(theirs, Role.DIRECTOR)).stream()
                .filter(document -> document.path("status").asText().equals("REVIEW"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
        theirPhoto = theirs.as(
                Role.CURATOR,
                () -> evidence.attach(Long.valueOf(theirYear.id()), "000-1.1.1", "снимок.png", PNG)
                        .id());
        theirClass = theirs.addClass("9Щ");
        theirPerson = theirs.employWithoutAccount("Чужая Фамилия Отчество");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void theEngineShowsAndChangesNothingOfTheOtherSchool(Role role) {
        Caller caller = callers.basic(ours, role);
        for (String list : List.of("task", "process-instance", "execution", "variable-instance", "incident")) {
            assertThat(caller.get("/engine-rest/" + list + "?tenantIdIn=" + theirs.id())
                            .json())
                    .as(list)
                    .isEmpty();
        }
        assertThat(caller.get("/engine-rest/task?processInstanceBusinessKey=" + theirYear.id())
                        .json())
                .isEmpty();
        String body = "{\"variables\":{\"outcome\":{\"value\":\"not-held\"},\"note\":{\"value\":\"чужое\"}}}";
        for (JsonNode task : theirYear.tasks()) {
            String path = "/engine-rest/task/" + task.path("id").asText();
            assertThat(caller.get(path).status()).isEqualTo(404);
            assertThat(caller.get(path + "/variables").status()).isNotEqualTo(200);
            assertThat(caller.get(path + "/deployed-form").status()).isNotEqualTo(200);
            assertThat(List.of(
                            caller.post(path + "/claim", "{\"userId\":\"" + ours.login(role) + "\"}")
                                    .status(),
                            caller.post(path + "/complete", body).status(),
                            caller.post(path + "/submit-form", body).status(),
                            caller.post(path + "/unclaim", "{}").status()))
                    .as(task.path("name").asText())
                    .allMatch(status -> status >= 400 && status < 500);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void pagesAndJsonHideTheOtherSchool(Role role) {
        Caller script = callers.basic(ours, role);
        assertThat(script.get("/api/programmes").json().findValuesAsText("id")).containsExactly(ourYear.id());
        Caller browser = callers.browser(ours, role);
        for (String path : List.of(
                "/api/programmes/" + theirYear.id() + "/documents",
                "/api/programmes/" + theirYear.id() + "/activities",
                "/api/documents/" + theirDocument + "/file")) {
            assertThat(script.get(path).status()).as(path).isEqualTo(404);
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
        for (String page : List.of(
                "/programmes/" + theirYear.id(),
                "/programmes/" + theirYear.id() + "/activities/000-1.1.1",
                "/documents/" + theirDocument,
                "/documents/" + theirDocument + "/versions/1",
                "/documents/" + theirDocument + "/acknowledgement-sheet",
                "/evidence/" + theirPhoto,
                "/tasks/activity?taskId=" + theirYear.taskId("Task_RecordOutcome"),
                "/tasks/classes?taskId=" + theirYear.taskId("Task_CollectClasses"))) {
            assertThat(browser.page(page).status()).as(page).isEqualTo(404);
        }
        assertThat(browser.page("/school?school=" + theirs.id()).status()).isIn(403, 404);
        for (String page : List.of("/", "/programmes", "/documents", "/documents?q=", "/classes")) {
            assertThat(browser.page(page).text())
                    .as(page)
                    .doesNotContain("/programmes/" + theirYear.id() + "\"")
                    .doesNotContain("/documents/" + theirDocument + "\"")
                    .doesNotContain("9Щ");
        }
        assertThat(browser.page("/school").text()).doesNotContain("Чужая").doesNotContain("9Щ");
    }

    /** The curator and the director may do nearly everything in their own school. */
    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CURATOR", "DIRECTOR", "DEPUTY", "SECRETARY", "CLASS_TEACHER"})
    void nothingOfTheOtherSchoolIsChanged(Role role) {
        Caller browser = callers.browser(ours, role);
        String school = theirs.id();
        String person = theirPerson.toString();
        String item = "/programmes/" + theirYear.id() + "/activities/000-1.1.1/evidence";
        List<Map.Entry<String, Map<String, String>>> writes = List.of(
                Map.entry("/documents/" + theirDocument + "/decision", Map.of("decision", "approve")),
                Map.entry("/inbox", Map.of("document", String.valueOf(theirDocument))),
                Map.entry(
                        "/documents/paper",
                        Map.of(
                                "lines[0].documentId",
                                String.valueOf(theirDocument),
                                "lines[0].number",
                                "1",
                                "lines[0].date",
                                "2026-01-01")),
                Map.entry(
                        "/documents/journals", Map.of("schoolId", school, "register", "ORDERS", "format", "ЧУЖОЕ-{n}")),
                Map.entry("/evidence/" + theirPhoto + "/remove", Map.of()),
                Map.entry(item, Map.of("note", "чужое")),
                Map.entry("/tasks/" + theirYear.taskId("Task_RecordOutcome") + "/open", Map.of()),
                Map.entry(
                        "/tasks/activity",
                        Map.of(
                                "taskId",
                                theirYear.taskId("Task_RecordOutcome"),
                                "outcome",
                                "not-held",
                                "reason",
                                "чужое")),
                Map.entry(
                        "/classes/ticks",
                        Map.of(
                                "programmeId",
                                theirYear.id(),
                                "roadmapItem",
                                "000-1.2.2",
                                "classIds",
                                theirClass.toString(),
                                "answer",
                                "held",
                                "date",
                                "2026-01-01")),
                Map.entry(
                        "/programmes", Map.of("school", school, "schoolYear", "2030-2031", "roadmap", "target-model")),
                Map.entry("/school/requisites", Map.of("school", school)),
                Map.entry(
                        "/school/staff",
                        Map.of("school", school, "fullName", "Подставной Иван Иванович", "roles", "director")),
                Map.entry("/school/staff/" + person, Map.of("school", school, "fullName", "Другая Другая")),
                Map.entry("/school/staff/" + person, Map.of("school", ours.id(), "fullName", "Другая Другая")),
                Map.entry("/school/staff/" + person + "/password", Map.of("school", school)),
                Map.entry("/school/staff/" + person + "/password", Map.of("school", ours.id())),
                Map.entry("/school/staff/" + person + "/remove", Map.of("school", ours.id())),
                Map.entry("/school/staff/" + person + "/remove", Map.of("school", school)),
                Map.entry("/school/classes", Map.of("school", school, "name", "1Ю")),
                Map.entry("/school/classes", Map.of("school", ours.id(), "name", "1Ю", "teacherId", person)),
                Map.entry("/school/classes/" + theirClass, Map.of("school", ours.id(), "name", "1Ю")),
                Map.entry("/school/classes/" + theirClass + "/remove", Map.of("school", ours.id())),
                Map.entry("/school/classes/" + theirClass + "/remove", Map.of("school", school)));
        for (Map.Entry<String, Map<String, String>> write : writes) {
            assertThat(browser.submit("/", write.getKey(), write.getValue()).status())
                    .as("%s %s", write.getKey(), write.getValue())
                    .isBetween(400, 404);
        }
        assertThat(callers.basic(ours, role)
                        .post("/api/documents/" + theirDocument + "/decision", "{\"decision\":\"approve\"}")
                        .status())
                .isIn(403, 404);
        theyHaveWhatTheyHad();
    }

    @Test
    void aProgrammeIsNotStartedInTheOtherSchool() {
        Caller.Answer answer = callers.basic(ours, Role.CURATOR)
                .post(
                        "/engine-rest/process-definition/key/target-model/start",
                        "{\"variables\":{\"schoolYear\":{\"value\":\"2030-2031\"},\"schoolId\":{\"value\":\""
                                + theirs.id() + "\"}}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @Test
    void theAdministratorSeesAll() {
        assertThat(callers.administrator().get("/api/programmes").json().findValuesAsText("id"))
                .contains(ourYear.id(), theirYear.id());
        Caller browser = callers.administratorBrowser();
        for (RunningProgramme year : List.of(ourYear, theirYear)) {
            assertThat(browser.page("/programmes/" + year.id()).status()).isEqualTo(200);
            assertThat(callers.administrator()
                            .get("/engine-rest/task?processInstanceBusinessKey=" + year.id())
                            .json())
                    .isNotEmpty();
        }
        // Looks after the installation: a draft of a school is nothing for it.
        assertThat(browser.page("/documents/" + theirDocument).status()).isEqualTo(404);
        assertThat(browser.page("/school?school=" + theirs.id()).text()).contains("Чужая");
    }

    private void theyHaveWhatTheyHad() {
        Caller director = callers.basic(theirs, Role.DIRECTOR);
        assertThat(documents(director).stream()
                        .filter(document -> document.path("id").asLong() == theirDocument)
                        .findFirst()
                        .orElseThrow()
                        .path("status")
                        .asText())
                .isEqualTo("REVIEW");
        Caller browser = callers.browser(theirs, Role.CURATOR);
        assertThat(browser.page("/evidence/" + theirPhoto).status()).isEqualTo(200);
        assertThat(browser.page("/school").text())
                .contains("Чужая", "9Щ")
                .doesNotContain("Подставной")
                .doesNotContain("1Ю");
        assertThat(browser.page("/documents/journals").text()).doesNotContain("ЧУЖОЕ");
        assertThat(director.get("/api/programmes").json()).hasSize(1);
        assertThat(theirYear.task("Task_RecordOutcome").path("assignee").isNull())
                .isTrue();
    }

    private List<JsonNode> documents(Caller caller) {
        return StreamSupport.stream(
                        caller.get("/api/programmes/" + theirYear.id() + "/documents")
                                .json()
                                .spliterator(),
                        false)
                .toList();
    }
}

package org.mentoringroadmap.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.mentoringroadmap.school.Role;

/** A programme of the running application, seen through the engine's REST alone. */
public final class RunningProgramme {
    /** School year that test programmes run in. */
    public static final String SCHOOL_YEAR = "2026-2027";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Callers callers;
    private final TestSchool school;
    private final String id;

    private RunningProgramme(Callers callers, TestSchool school, String id) {
        this.callers = callers;
        this.school = school;
        this.id = id;
    }

    /** The curator starts the target model over REST and leaves all terms as they are; its first tasks are open then. */
    public static RunningProgramme start(Callers callers, TestSchool school) {
        Caller.Answer answer = callers.basic(school, Role.CURATOR)
                .post(
                        "/engine-rest/process-definition/key/target-model/start",
                        "{\"variables\":{\"schoolYear\":{\"value\":\"" + SCHOOL_YEAR + "\"}}}");
        if (answer.status() != 200) {
            throw new AssertionError("The start is answered by " + answer.status() + ": " + answer.text());
        }
        return of(callers, school, answer.json().path("businessKey").asText()).confirmed();
    }

    /** The same with its terms left as they are, where they wait to be confirmed. */
    public RunningProgramme confirmed() {
        tasks().stream()
                .filter(task -> task.path("taskDefinitionKey").asText().equals("Task_ConfirmTerms"))
                .forEach(task -> complete(Role.CURATOR, task.path("id").asText(), "{}"));
        return this;
    }

    /** A programme that runs already. */
    public static RunningProgramme of(Callers callers, TestSchool school, String id) {
        RunningProgramme programme = new RunningProgramme(callers, school, id);
        programme.settle();
        return programme;
    }

    /** Business key. */
    public String id() {
        return id;
    }

    /** Waits until the job executor has nothing more to do for the school; work that failed fails the test. */
    public void settle() {
        school.wakeJobExecutor();
        await("the end of the jobs of school " + school.id())
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .until(() -> count("/engine-rest/job/count?executable=true&tenantIdIn=" + school.id()) == 0);
        JsonNode failed = administrator()
                .get("/engine-rest/job?withException=true&tenantIdIn=" + school.id())
                .json();
        if (!failed.isEmpty()) {
            throw new AssertionError("Work of the engine failed: " + failed);
        }
    }

    /** The open tasks as the administrator sees them. */
    public List<JsonNode> tasks() {
        return list("/engine-rest/task?processInstanceBusinessKey=" + id);
    }

    /** The first open task of this element. */
    public JsonNode task(String definitionKey) {
        return tasks().stream()
                .filter(task -> task.path("taskDefinitionKey").asText().equals(definitionKey))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open task " + definitionKey + " in programme " + id));
    }

    /** Id of the first open task of this element. */
    public String taskId(String definitionKey) {
        return task(definitionKey).path("id").asText();
    }

    /** Item of the roadmap that the task's block was called for; empty for a task outside of one. */
    public String item(String taskId) {
        return administrator()
                .get("/engine-rest/task/" + taskId + "/variables/roadmapItem")
                .json()
                .path("value")
                .asText();
    }

    /** Whether the task is still open. */
    public boolean isOpen(String taskId) {
        return administrator().get("/engine-rest/task/" + taskId).status() == 200;
    }

    /** The roles that may take the task. */
    public List<Role> roles(String taskId) {
        return list("/engine-rest/task/" + taskId + "/identity-links?type=candidate").stream()
                .flatMap(link -> Role.of(link.path("groupId").asText()).stream())
                .toList();
    }

    /** How many incidents the school has. */
    public int incidents() {
        return count("/engine-rest/incident/count?tenantIdIn=" + school.id());
    }

    /** Claims and completes with variables written as JSON; then waits for the engine. */
    public Caller.Answer complete(Role role, String taskId, String variables) {
        Caller caller = callers.basic(school, role);
        Caller.Answer claimed =
                caller.post("/engine-rest/task/" + taskId + "/claim", "{\"userId\":\"" + school.login(role) + "\"}");
        if (claimed.status() != 204) {
            return claimed;
        }
        Caller.Answer completed =
                caller.post("/engine-rest/task/" + taskId + "/complete", "{\"variables\":" + variables + "}");
        if (completed.status() == 204) {
            settle();
        }
        return completed;
    }

    private List<JsonNode> list(String path) {
        Caller.Answer answer = administrator().get(path);
        if (answer.status() != 200) {
            throw new AssertionError(path + " is answered by " + answer.status() + ": " + answer.text());
        }
        return StreamSupport.stream(answer.json().spliterator(), false).toList();
    }

    private int count(String path) {
        return administrator().get(path).json().path("count").asInt(-1);
    }

    private Caller administrator() {
        return callers.administrator();
    }
}

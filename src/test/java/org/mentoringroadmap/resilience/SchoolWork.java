package org.mentoringroadmap.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** People at work through the engine's REST between two kills: one starts programmes and closes activities, one signs. */
final class SchoolWork {
    private static final int LONGEST_WAIT_SECONDS = 120;
    private static final int PROGRAMMES_AT_MOST = 4;
    private static final String YESTERDAY = LocalDate.now().minusDays(1).toString();

    private final RestClient client;
    private final Acknowledged acknowledged;
    private final Semaphore effects = new Semaphore(0);

    SchoolWork(RestClient client, Acknowledged acknowledged) {
        this.client = client;
        this.acknowledged = acknowledged;
    }

    /** Waits until that many effects were acknowledged, so that every kill has something to lose, however slow we are. */
    void awaitEffects(int many) throws InterruptedException {
        if (!effects.tryAcquire(many, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Too little was acknowledged before the kill");
        }
    }

    /** Starts a programme whenever nothing is left to close, and closes activities, until the connection breaks. */
    void activitiesUntilKilled() {
        untilKilled(() -> {
            int programmes = 1;
            startProgramme();
            while (true) {
                boolean closed = complete("curator", "Task_ConfirmTerms", task -> Map.of("note", "всё остаётся"));
                closed |= close("deputy", "Task_RecordOutcome");
                closed |= close("curator", "Task_RecordOutcome");
                closed |= close("deputy", "Task_PlanEvent");
                closed |= close("deputy", "Task_CollectClasses");
                closed |= close("site-editor", "Task_RecordOutcome");
                if (!closed && programmes < PROGRAMMES_AT_MOST) {
                    programmes++;
                    startProgramme();
                } else if (!closed) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
        });
    }

    /** Checks, approves, registers and makes known the documents that processes bring, until the connection breaks. */
    void documentsUntilKilled() {
        untilKilled(() -> {
            while (true) {
                boolean worked = complete("secretary", "Task_Register", this::register);
                worked |= complete("director", "Task_Approve", task -> Map.of("decision", "approve"));
                worked |= complete("deputy", "Task_CheckDraft", task -> Map.of("outcome", "done"));
                if (!worked) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
        });
    }

    private void startProgramme() throws IOException, InterruptedException {
        String year = acknowledged.nextYear();
        RestClient.Answer answer = client.post(
                "curator",
                "/engine-rest/process-definition/key/target-model/start",
                RestClient.variables(Map.of("schoolYear", year)));
        if (answer.acknowledged()) {
            acknowledged.started(year);
            effects.release();
        }
    }

    private boolean close(String account, String definition) throws IOException, InterruptedException {
        return complete(
                account,
                definition,
                task -> Map.of(
                        "outcome",
                        "earlier",
                        "date",
                        YESTERDAY,
                        "number",
                        acknowledged.nextNumber(),
                        "note",
                        "закрыто"));
    }

    private Map<String, String> register(Map<String, String> task) {
        task.put("number", acknowledged.nextNumber());
        return Map.of("number", task.get("number"), "date", YESTERDAY);
    }

    /** What a person enters; may note in the task what is to be remembered once it is acknowledged. */
    private interface Input {
        Map<String, String> of(Map<String, String> task);
    }

    /** Completes the newest task of a kind that nobody has taken; answers whether there was one. */
    private boolean complete(String account, String definition, Input input) throws IOException, InterruptedException {
        JsonNode tasks = client.get(
                        account,
                        "/engine-rest/task?unassigned=true&sortBy=created&sortOrder=desc&maxResults=1&candidateGroup="
                                + account + "&taskDefinitionKey=" + definition)
                .body();
        if (tasks.isEmpty()) {
            return false;
        }
        String id = tasks.get(0).get("id").asText();
        JsonNode variables =
                client.get(account, "/engine-rest/task/" + id + "/variables").body();
        if (!client.post(
                        account,
                        "/engine-rest/task/" + id + "/claim",
                        JsonNodeFactory.instance.objectNode().put("userId", account))
                .acknowledged()) {
            return true;
        }
        Map<String, String> task = new LinkedHashMap<>();
        task.put("id", id);
        task.put("programme", variables.at("/programmeId/value").asText());
        task.put("item", variables.at("/roadmapItem/value").asText());
        task.put("definition", definition);
        RestClient.Answer answer =
                client.post(account, "/engine-rest/task/" + id + "/complete", RestClient.variables(input.of(task)));
        if (answer.acknowledged()) {
            acknowledged.completed(task);
            effects.release();
        } else if (answer.status() != 404) {
            throw new AssertionError(definition + " was refused: " + answer);
        }
        return true;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void untilKilled(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            // the process is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

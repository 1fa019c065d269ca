package org.mentoringroadmap.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mentoringroadmap.support.Caller;

/** People at work through the engine's REST between two kills: one starts programmes and closes activities, one signs. */
final class SchoolWork {
    private static final int MAX_WAIT_SECONDS = 300;
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
        if (!effects.tryAcquire(many, MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Too little was acknowledged before the kill");
        }
    }

    /** Waits until a document was registered, which only comes after several steps of several people. */
    void awaitRegisteredDocument() throws InterruptedException {
        for (int second = 0; acknowledged.registered() == 0; second++) {
            if (second == MAX_WAIT_SECONDS) {
                throw new AssertionError("No document was registered before the last kill");
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** Starts a programme whenever nothing is left to close, and closes activities, until the connection breaks. */
    void activitiesUntilKilled() {
        untilKilled(() -> {
            int programmes = 1;
            startProgramme();
            while (true) {
                boolean closed = complete("curator", "Task_ConfirmTerms", () -> Map.of("note", "всё остаётся"));
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
                boolean worked = complete("secretary", "Task_Register", this::number);
                worked |= complete(
                        "director", "Task_Approve", () -> Map.of("decision", "approve", "despiteBlanks", "true"));
                worked |= complete("deputy", "Task_CheckDraft", () -> Map.of("outcome", "done"));
                if (!worked) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
        });
    }

    private void startProgramme() {
        String year = acknowledged.nextYear();
        Caller.Answer answer = client.post(
                "curator",
                "/engine-rest/process-definition/key/target-model/start",
                RestClient.variables(Map.of("schoolYear", year)));
        if (RestClient.acknowledged(answer)) {
            acknowledged.started(year);
            effects.release();
        }
    }

    private boolean close(String account, String definition) {
        return complete(
                account,
                definition,
                () -> Map.of(
                        "outcome",
                        "earlier",
                        "date",
                        YESTERDAY,
                        "number",
                        acknowledged.nextNumber(),
                        "note",
                        "закрыто"));
    }

    private Map<String, String> number() {
        return Map.of("number", acknowledged.nextNumber(), "date", YESTERDAY);
    }

    /** Completes the newest task of a kind that nobody has taken; answers whether there was one. */
    private boolean complete(String account, String definition, Supplier<Map<String, String>> input) {
        JsonNode tasks = client.get(
                        account,
                        "/engine-rest/task?unassigned=true&sortBy=created&sortOrder=desc&maxResults=1&candidateGroup="
                                + account + "&taskDefinitionKey=" + definition)
                .json();
        if (tasks.isEmpty()) {
            return false;
        }
        String id = tasks.get(0).get("id").asText();
        JsonNode variables =
                client.get(account, "/engine-rest/task/" + id + "/variables").json();
        if (!client.claim(account, id)) {
            return true;
        }
        Map<String, String> entered = input.get();
        Caller.Answer answer = client.complete(account, id, RestClient.variables(entered));
        if (RestClient.acknowledged(answer)) {
            acknowledged.completed(
                    new Acknowledged.Task(
                            id,
                            definition,
                            variables.at("/programmeId/value").asText(),
                            variables.at("/roadmapItem/value").asText()),
                    entered.get("outcome"),
                    entered.get("number"));
            effects.release();
        } else if (answer.status() != 404) {
            throw new AssertionError(definition + " was refused: " + answer);
        }
        return true;
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void untilKilled(Work work) {
        try {
            work.run();
        } catch (UncheckedIOException e) {
            client.brokenBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

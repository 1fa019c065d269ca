package org.mentoringroadmap.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut at any moment loses nothing that was acknowledged: a client notes every 2xx, the process is killed at
 * random, and after the restart each noted effect is there.
 */
class KillIT {
    private static final int KILLS = 10;
    private static final List<String> ACCOUNTS = List.of("deputy", "curator", "director", "site-editor", "secretary");
    private static final String CLOSED_ON = "2026-06-01";

    private final Random random = new Random(20261121);
    private final Set<String> startedYears = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<String> closedActivities = Collections.synchronizedSet(new LinkedHashSet<>());
    private int nextYear = 2030;
    private int nextNumber = 1;

    @Test
    void acknowledgedEffectsSurviveAKill(@TempDir Path home) throws Exception {
        int acknowledged = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            RunningJar application = RunningJar.start(home);
            RestClient client = new RestClient(application.address());
            assertNothingIsLost(client);
            CompletableFuture<Void> work = CompletableFuture.runAsync(() -> workUntilKilled(client));
            TimeUnit.MILLISECONDS.sleep(1500 + random.nextInt(3500));
            application.kill();
            work.get(90, TimeUnit.SECONDS);
            assertThat(startedYears.size() + closedActivities.size())
                    .as("the client got something acknowledged before kill %d", kill)
                    .isGreaterThan(acknowledged);
            acknowledged = startedYears.size() + closedActivities.size();
        }
        try (RunningJar application = RunningJar.start(home)) {
            RestClient client = new RestClient(application.address());
            assertNothingIsLost(client);
            assertThat(client.get("administrator", "/engine-rest/incident").body())
                    .as("incidents")
                    .isEmpty();
        }
    }

    /** Starts programmes and closes activities in turn until the connection breaks. */
    private void workUntilKilled(RestClient client) {
        try {
            while (true) {
                startProgramme(client);
                for (String account : ACCOUNTS) {
                    closeOneActivity(client, account);
                }
            }
        } catch (IOException e) {
            // the process is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startProgramme(RestClient client) throws IOException, InterruptedException {
        String year = nextYear + "-" + (nextYear + 1);
        nextYear++;
        RestClient.Answer answer = client.post(
                "curator",
                "/engine-rest/process-definition/key/target-model/start",
                RestClient.variables(Map.of("schoolYear", year)));
        if (answer.acknowledged()) {
            startedYears.add(year);
        }
    }

    private void closeOneActivity(RestClient client, String account) throws IOException, InterruptedException {
        JsonNode tasks = client.get(
                        account, "/engine-rest/task?unassigned=true&candidateGroup=" + account + "&maxResults=5")
                .body();
        for (JsonNode task : tasks) {
            String id = task.get("id").asText();
            JsonNode variables = client.get(account, "/engine-rest/task/" + id + "/variables")
                    .body();
            if (!variables.hasNonNull("roadmapItem")) {
                continue;
            }
            String activity = variables.at("/programmeId/value").asText() + " "
                    + variables.at("/roadmapItem/value").asText();
            if (!client.post(account, "/engine-rest/task/" + id + "/claim", claim(account))
                    .acknowledged()) {
                continue;
            }
            RestClient.Answer answer = client.post(
                    account,
                    "/engine-rest/task/" + id + "/complete",
                    RestClient.variables(Map.of(
                            "outcome",
                            "earlier",
                            "date",
                            CLOSED_ON,
                            "number",
                            "К-" + nextNumber++,
                            "note",
                            "закрыто")));
            if (answer.acknowledged()) {
                closedActivities.add(activity);
            }
            return;
        }
    }

    private static JsonNode claim(String account) {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("userId", account);
    }

    private void assertNothingIsLost(RestClient client) throws IOException, InterruptedException {
        JsonNode programmes = client.get("curator", "/api/programmes").body();
        List<String> years = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        for (JsonNode programme : programmes) {
            years.add(programme.get("schoolYear").asText());
            String id = programme.get("id").asText();
            for (JsonNode activity : client.get("curator", "/api/programmes/" + id + "/activities")
                    .body()) {
                if (activity.hasNonNull("outcome")) {
                    closed.add(id + " " + activity.get("roadmapItem").asText());
                }
            }
        }
        assertThat(years).as("programmes after a restart").containsAll(startedYears);
        assertThat(closed).as("closed activities after a restart").containsAll(closedActivities);
    }
}

package org.mentoringroadmap.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What clients were told to be done, and what an application that has just started must therefore know. */
final class Acknowledged {
    private static final int FIRST_YEAR = 2030;
    private static final Set<String> ONE_PER_PROGRAMME =
            Set.of("order-implementation", "order-curator", "regulation", "roadmap");

    private final Set<String> years = ConcurrentHashMap.newKeySet();
    private final Set<String> completedTasks = ConcurrentHashMap.newKeySet();
    private final Set<String> closedActivities = ConcurrentHashMap.newKeySet();
    private final Set<String> registeredDocuments = ConcurrentHashMap.newKeySet();
    private final AtomicInteger nextYear = new AtomicInteger(FIRST_YEAR);
    private final AtomicInteger nextNumber = new AtomicInteger(1);

    /** A school year in which no programme was started. */
    String nextYear() {
        int year = nextYear.getAndIncrement();
        return year + "-" + (year + 1);
    }

    /** A number that no document has. */
    String nextNumber() {
        return nextNumber.getAndIncrement() + "-К";
    }

    void started(String year) {
        years.add(year);
    }

    /** Notes a completed task: its id, kind, programme, item, and the number if it was a registration. */
    void completed(Map<String, String> task) {
        completedTasks.add(task.get("id"));
        switch (task.get("definition")) {
            case "Task_Register" -> registeredDocuments.add(task.get("programme") + " " + task.get("number"));
            case "Task_RecordOutcome", "Task_PlanEvent", "Task_CollectClasses" ->
                closedActivities.add(task.get("programme") + " " + task.get("item"));
            default -> {
                // the step itself is seen by its task being gone
            }
        }
    }

    int registered() {
        return registeredDocuments.size();
    }

    void assertNothingIsLost(RestClient client) throws IOException, InterruptedException {
        List<String> knownYears = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        List<String> registered = new ArrayList<>();
        List<String> unique = new ArrayList<>();
        for (JsonNode programme : client.get("curator", "/api/programmes").body()) {
            String id = programme.get("id").asText();
            knownYears.add(programme.get("schoolYear").asText());
            for (JsonNode activity : client.get("curator", "/api/programmes/" + id + "/activities")
                    .body()) {
                if (activity.hasNonNull("outcome")) {
                    closed.add(id + " " + activity.get("roadmapItem").asText());
                }
            }
            for (JsonNode document : client.get("curator", "/api/programmes/" + id + "/documents")
                    .body()) {
                String type = document.get("type").asText();
                if (ONE_PER_PROGRAMME.contains(type)) {
                    unique.add(id + " " + type);
                }
                if (document.hasNonNull("number")) {
                    assertThat(document.get("status").asText()).isEqualTo("APPROVED");
                    registered.add(id + " " + document.get("number").asText());
                }
            }
        }
        assertThat(knownYears)
                .as("programmes after a restart")
                .containsAll(years)
                .doesNotHaveDuplicates();
        assertThat(closed).as("closed activities after a restart").containsAll(closedActivities);
        assertThat(registered)
                .as("registered documents after a restart")
                .containsAll(registeredDocuments)
                .doesNotHaveDuplicates();
        assertThat(unique).as("drafts after a restart").doesNotHaveDuplicates();
        List<String> open = new ArrayList<>();
        client.get("administrator", "/engine-rest/task")
                .body()
                .forEach(task -> open.add(task.get("id").asText()));
        assertThat(open)
                .as("completed tasks that are open after a restart")
                .filteredOn(completedTasks::contains)
                .isEmpty();
    }

    /** One instance per programme, no incident and no job that has given up. */
    void assertNothingIsStuck(RestClient client) throws IOException, InterruptedException {
        assertThat(client.get("administrator", "/engine-rest/incident").body())
                .as("incidents")
                .isEmpty();
        assertThat(client.get("administrator", "/engine-rest/job?noRetriesLeft=true")
                        .body())
                .as("jobs without retries")
                .isEmpty();
        List<String> masters = new ArrayList<>();
        client.get("administrator", "/engine-rest/process-instance?processDefinitionKey=target-model")
                .body()
                .forEach(instance -> masters.add(instance.get("businessKey").asText()));
        assertThat(masters).as("masters of programmes").hasSizeGreaterThanOrEqualTo(years.size());
        assertThat(masters).doesNotHaveDuplicates();
    }

    @Override
    public String toString() {
        return years.size() + " programmes, " + completedTasks.size() + " tasks, " + closedActivities.size()
                + " closed activities, " + registeredDocuments.size() + " registered documents, nothing lost";
    }
}

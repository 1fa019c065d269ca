package org.mentoringroadmap.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    private final Set<String> meetings = ConcurrentHashMap.newKeySet();
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

    /** A task as it was read before it was completed: its kind, its programme and the item of the roadmap it serves. */
    record Task(String id, String definition, String programme, String item) {}

    /** Notes a completed task with what was entered: how an activity ended, or the number of a document. */
    void completed(Task task, String outcome, String number) {
        completedTasks.add(task.id());
        switch (task.definition()) {
            case "Task_Register", "Task_SignProtocol", "Task_SignReport", "Task_SignJuryProtocol" ->
                registeredDocuments.add(task.programme() + " " + number);
            case "Task_RecordOutcome" -> closedActivities.add(task.programme() + " " + task.item());
            case "Task_PlanEvent", "Task_CollectClasses" -> {
                if (outcome.equals("earlier")) {
                    closedActivities.add(task.programme() + " " + task.item());
                }
            }
            default -> {
                // the step itself is seen by its task being gone
            }
        }
    }

    /** Notes a meeting of a pair. */
    void met(String programme, String pair, String kind, LocalDate day) {
        meetings.add(String.join(" ", programme, pair, kind, day.toString()));
    }

    int registered() {
        return registeredDocuments.size();
    }

    void assertNothingIsLost(RestClient client) {
        List<String> knownYears = new ArrayList<>();
        List<String> programmes = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        List<String> registered = new ArrayList<>();
        List<String> unique = new ArrayList<>();
        List<String> met = new ArrayList<>();
        for (JsonNode programme : client.get("curator", "/api/programmes").json()) {
            String id = programme.get("id").asText();
            String year = programme.get("schoolYear").asText();
            knownYears.add(year);
            programmes.add(year + " " + programme.get("roadmap").asText());
            for (JsonNode activity : client.get("curator", "/api/programmes/" + id + "/activities")
                    .json()) {
                if (activity.hasNonNull("outcome")) {
                    closed.add(id + " " + activity.get("roadmapItem").asText());
                }
            }
            for (JsonNode document : client.get("curator", "/api/programmes/" + id + "/documents")
                    .json()) {
                String type = document.get("type").asText();
                if (ONE_PER_PROGRAMME.contains(type)) {
                    unique.add(id + " " + type);
                }
                if (document.hasNonNull("number")) {
                    assertThat(document.get("status").asText()).isEqualTo("APPROVED");
                    registered.add(id + " " + document.get("number").asText());
                }
            }
            met.addAll(meetings(client, id));
        }
        assertThat(knownYears).as("years after a restart").containsAll(years);
        assertThat(programmes).as("programmes after a restart").doesNotHaveDuplicates();
        assertThat(closed).as("closed activities after a restart").containsAll(closedActivities);
        assertThat(registered)
                .as("registered documents after a restart")
                .containsAll(registeredDocuments)
                .doesNotHaveDuplicates();
        assertThat(unique).as("drafts after a restart").doesNotHaveDuplicates();
        assertThat(met).as("meetings after a restart").containsAll(meetings).doesNotHaveDuplicates();
        List<String> finished = new ArrayList<>();
        client.get("administrator", "/engine-rest/history/task?taskDeleteReason=completed")
                .json()
                .forEach(task -> finished.add(task.get("id").asText()));
        assertThat(finished).as("completed tasks after a restart").containsAll(completedTasks);
    }

    private static List<String> meetings(RestClient client, String programme) {
        List<String> met = new ArrayList<>();
        for (JsonNode pair : client.get("curator", "/api/programmes/" + programme + "/mentorships")
                .json()
                .path("items")) {
            pair.path("meetings")
                    .forEach(meeting -> met.add(String.join(
                            " ",
                            programme,
                            pair.get("id").asText(),
                            meeting.get("kind").asText(),
                            meeting.get("date").asText())));
        }
        return met;
    }

    /** One instance for each programme that runs, no incident and no job that has given up. */
    void assertNothingIsStuck(RestClient client) {
        assertThat(client.get("administrator", "/engine-rest/incident").json())
                .as("incidents")
                .isEmpty();
        assertThat(client.get("administrator", "/engine-rest/job?noRetriesLeft=true")
                        .json())
                .as("jobs without retries")
                .isEmpty();
        List<String> running = new ArrayList<>();
        Set<String> roadmaps = new HashSet<>();
        for (JsonNode programme : client.get("curator", "/api/programmes").json()) {
            if (programme.get("state").asText().equals("RUNNING")) {
                running.add(programme.get("id").asText());
                roadmaps.add(programme.get("roadmap").asText());
            }
        }
        List<String> masters = new ArrayList<>();
        roadmaps.forEach(roadmap -> client.get(
                        "administrator", "/engine-rest/process-instance?processDefinitionKey=" + roadmap)
                .json()
                .forEach(instance -> masters.add(instance.get("businessKey").asText())));
        assertThat(masters).as("masters of programmes").containsExactlyInAnyOrderElementsOf(running);
    }

    @Override
    public String toString() {
        return years.size() + " programmes, " + completedTasks.size() + " tasks, " + closedActivities.size()
                + " closed activities, " + registeredDocuments.size() + " registered documents, "
                + meetings.size() + " meetings, nothing lost";
    }
}

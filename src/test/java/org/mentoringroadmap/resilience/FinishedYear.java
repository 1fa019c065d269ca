package org.mentoringroadmap.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a programme that has come to its end must look like, whatever happened on its way: everything once. */
final class FinishedYear {
    private static final List<String> ONCE = List.of("organisational", "trial", "planning", "final");

    private final RestClient client;
    private final String programmeId;

    FinishedYear(RestClient client, String programmeId) {
        this.client = client;
        this.programmeId = programmeId;
    }

    void assertEverythingIsThereOnce() {
        assertThat(list("/api/programmes"))
                .filteredOn(programme -> programme.path("id").asText().equals(programmeId))
                .extracting(programme -> programme.path("state").asText())
                .containsExactly("COMPLETED");
        assertThat(list("/api/programmes/" + programmeId + "/activities"))
                .as("items of the roadmap")
                .hasSize(56)
                .allSatisfy(activity -> assertThat(activity.path("outcome").asText())
                        .as(activity.toString())
                        .isIn("done", "not-held"));
        documents();
        pairs();
        tasks();
    }

    private void documents() {
        List<JsonNode> documents = list("/api/programmes/" + programmeId + "/documents");
        assertThat(documents)
                .extracting(document -> document.path("type").asText() + " "
                        + document.path("title").asText())
                .as("documents")
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
        assertThat(documents)
                .filteredOn(document -> document.hasNonNull("register"))
                .allSatisfy(document -> assertThat(document.path("number").asText())
                        .as(document.toString())
                        .isNotBlank());
    }

    private void pairs() {
        List<JsonNode> pairs = StreamSupport.stream(
                        client.get("curator", "/api/programmes/" + programmeId + "/mentorships")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
        assertThat(pairs)
                .extracting(pair -> pair.path("code").asText())
                .as("pairs and groups that the curator decided on")
                .containsExactlyInAnyOrder("П-001", "П-002", "П-003", "Г-001", "Г-002", "Г-003");
        assertThat(pairs).allSatisfy(pair -> {
            List<String> kinds = new ArrayList<>();
            pair.path("meetings")
                    .forEach(meeting -> kinds.add(meeting.path("kind").asText()));
            assertThat(kinds)
                    .as("meetings of %s", pair.path("code").asText())
                    .filteredOn(ONCE::contains)
                    .containsExactlyInAnyOrderElementsOf(ONCE);
        });
    }

    /** No step of a block was asked for twice: nobody sent anything back. */
    private void tasks() {
        Map<String, Long> times = Stream.of(client.get(
                                "administrator",
                                "/engine-rest/history/task?taskDeleteReason=completed&processInstanceBusinessKey="
                                        + programmeId)
                        .json())
                .flatMap(tasks -> StreamSupport.stream(tasks.spliterator(), false))
                .map(task -> task.path("processInstanceId").asText() + " "
                        + task.path("taskDefinitionKey").asText())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(times).as("steps").hasSizeGreaterThan(100);
        assertThat(times.entrySet())
                .filteredOn(step -> step.getValue() > 1)
                .as("steps that were done twice")
                .isEmpty();
    }

    private List<JsonNode> list(String path) {
        return StreamSupport.stream(client.get("curator", path).json().spliterator(), false)
                .toList();
    }
}

package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.support.Covers;

/** The stages that are run by paper until their processes are modelled. */
@Covers({
    "target-model-2-mentees",
    "target-model-3-mentors",
    "target-model-4-selection-training",
    "target-model-5-pairs",
    "target-model-6-work",
    "target-model-7-completion"
})
class PlaceholderStageProcessTest extends ProcessTestCase {

    @ParameterizedTest
    @CsvSource({
        "target-model-2-mentees, 000-2, 2025-09-01T08:00, 2025-09-30T18:00",
        "target-model-3-mentors, 000-3, 2025-09-01T08:00, 2025-09-30T18:00",
        "target-model-4-selection-training, 000-4, 2025-08-01T08:00, 2025-09-30T18:00",
        "target-model-5-pairs, 000-5, 2025-09-01T08:00, 2025-09-30T18:00",
        "target-model-6-work, 000-6, 2025-09-01T08:00, 2026-05-31T18:00",
        "target-model-7-completion, 000-7, 2025-12-01T08:00, 2026-05-31T18:00"
    })
    void oneTaskOfTheCuratorCarriesTheStage(String stage, String item, String start, String due) {
        start(stage);
        Task task = school.tasks(key).get(0);
        assertThat(task.getName()).startsWith("Провести этап «").endsWith("» по бумажной дорожной карте");
        assertThat(task.getDescription()).contains("по бумажной дорожной карте");
        assertThat(groups(task)).containsExactly("curator");
        assertThat(task.getFollowUpDate()
                        .toInstant()
                        .atZone(ZoneId.systemDefault())
                        .toLocalDateTime())
                .hasToString(start);
        assertThat(task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDateTime())
                .hasToString(due);
        refuses("activity.date", Role.CURATOR, task.getTaskDefinitionKey(), Map.of("outcome", "done"));

        ended(task, Map.of("outcome", "done", "date", TODAY), item, Outcome.DONE);
        start(stage);
        ended(school.tasks(key).get(0), EARLIER, item, Outcome.EARLIER);
        start(stage);
        ended(school.tasks(key).get(0), NOT_HELD, item, Outcome.NOT_HELD);
    }

    private void start(String stage) {
        startBlock(stage, "curator", Map.of("roadmapItem", "000-0"));
    }

    private void ended(Task task, Map<String, Object> input, String item, Outcome expected) {
        school.complete(Role.CURATOR, task, input);

        assertOutcome(item, expected);
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .activityType("noneEndEvent")
                        .finished()
                        .count())
                .isOne();
        assertThat(openTasks()).isEmpty();
    }
}

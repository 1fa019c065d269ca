package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("pair-task")
class PairTaskProcessTest extends MentorshipTestCase {
    private static final String TASK = "Task_DoPairsPart";
    private static final Map<String, Object> DONE = Map.of("outcome", "done", "date", TODAY, "note", "Готово");

    @Autowired
    private Steps steps;

    @Test
    void eachPairHasATaskOfItsMentorOrOfTheRole() {
        Mentorship own = ownPair(true);
        Mentorship grid = gridPair(true);
        String instance = start();
        assertThat(parts()).hasSize(2);
        Task ofMentor = part(own);
        assertThat(ofMentor.getAssignee()).isEqualTo(school.login(Role.MENTOR));
        assertThat(ofMentor.getName()).isEqualTo("Отметить за " + own.code() + ": Дело из дорожной карты");
        assertThat(groups(part(grid))).containsExactly("curator");

        school.complete(Role.MENTOR, ofMentor, DONE);
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
        school.complete(Role.CURATOR, part(grid), NOT_HELD);

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(steps.of(Long.valueOf(key), ITEM)).hasSize(2);
        assertEndedAt(instance, "End_PairTask");
    }

    @Test
    void aPairThatBeginsLaterIsAskedTooAndNobodyWaitsForOneThatHasEnded() {
        Mentorship first = ownPair(true);
        String instance = start();

        Mentorship second = gridPair(true);
        school.runJobs();
        assertThat(parts()).hasSize(2);
        part(second, first);

        school.complete(Role.CURATOR, part(second), DONE);
        school.as(Role.CURATOR, () -> {
            book.end(Long.valueOf(key), first.id(), "Разошлись", null, false);
            return null;
        });
        school.runJobs();

        assertThat(parts()).isEmpty();
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_PairTask");
    }

    @Test
    void withoutPairsItIsNotHeld() {
        programmeId();
        String instance = start();

        assertThat(outcome(ITEM).note()).contains("В программе нет работающих пар.");
        assertEndedAt(instance, "End_ClosedWithoutResult");
    }

    @Test
    void closedBeforeItBegan() {
        endsAtOnceWhenClosedBefore("pair-task", Map.of());
    }

    private String start() {
        return startBlock("pair-task", "curator", Map.of());
    }

    private List<Task> parts() {
        return school.tasks(key).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(TASK))
                .toList();
    }

    private Task part(Mentorship... pairs) {
        List<String> ids =
                java.util.Arrays.stream(pairs).map(pair -> pair.id().toString()).toList();
        assertThat(parts())
                .extracting(task -> taskService.getVariable(task.getId(), "pairId"))
                .containsAll(ids);
        return parts().stream()
                .filter(task -> ids.get(0).equals(taskService.getVariable(task.getId(), "pairId")))
                .findFirst()
                .orElseThrow();
    }
}

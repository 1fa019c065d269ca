package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("activity")
class ActivityProcessTest extends ProcessTestCase {
    private static final String TASK = "Task_RecordOutcome";

    @Autowired
    private Staff staff;

    @Test
    void closedBeforeItBegan() {
        endsAtOnceWhenClosedBefore("activity", Map.of());
    }

    @Test
    void askedForAsTheStageSays() {
        start();
        Task task = task(TASK);

        assertThat(task)
                .hasDefinitionKey(TASK)
                .hasName("Дело из дорожной карты")
                .isNotAssigned();
        assertThat(task.getDescription()).startsWith("Соберите людей и поговорите.");
        assertThat(task).hasCandidateGroup("deputy");
        assertThat(groups(task)).hasSize(1);
        assertThat(task.getFollowUpDate()
                        .toInstant()
                        .atZone(ZoneId.systemDefault())
                        .toLocalDateTime())
                .hasToString("2025-06-01T08:00");
        assertThat(task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDateTime())
                .hasToString("2025-08-31T18:00");
    }

    @Test
    void done() {
        String instance = start();
        assertThat(known(instance)).isWaitingAtExactly(TASK).hasNotPassed("End_Activity", "End_ClosedBefore");

        complete(
                Role.DEPUTY,
                TASK,
                Map.of(
                        "outcome",
                        "done",
                        "date",
                        "2025-08-19",
                        "note",
                        "Собрали",
                        "link",
                        "https://school.example.org"));

        assertThat(outcome(ITEM)).satisfies(record -> {
            assertThat(record.outcome()).isEqualTo(Outcome.DONE);
            assertThat(record.date()).contains(day("2025-08-19"));
            assertThat(record.note()).contains("Собрали");
            assertThat(record.link()).contains("https://school.example.org");
            assertThat(record.recordedBy()).isEqualTo(school.login(Role.DEPUTY));
        });
        assertThat(flag(instance, "outcome")).isEqualTo("done");
        assertEndedAt(instance, "End_Activity");
    }

    @Test
    void doneEarlier() {
        String instance = start();

        complete(Role.DEPUTY, TASK, EARLIER);

        assertThat(outcome(ITEM)).satisfies(record -> {
            assertThat(record.outcome()).isEqualTo(Outcome.EARLIER);
            assertThat(record.number()).contains("3-ОД");
            assertThat(record.date()).contains(day("2025-05-30"));
        });
        assertThat(flag(instance, "outcome")).isEqualTo("earlier");
        assertEndedAt(instance, "End_Activity");
    }

    @Test
    void notHeld() {
        String instance = start();

        complete(Role.DEPUTY, TASK, NOT_HELD);

        assertThat(outcome(ITEM)).satisfies(record -> {
            assertThat(record.outcome()).isEqualTo(Outcome.NOT_HELD);
            assertThat(record.note()).contains("Школе это не нужно");
        });
        assertThat(flag(instance, "outcome")).isEqualTo("not-held");
        assertEndedAt(instance, "End_Activity");
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                Arguments.of("activity.outcome", Map.of()),
                Arguments.of("activity.outcome", Map.of("outcome", "perhaps")),
                Arguments.of("activity.date", Map.of("outcome", "done")),
                Arguments.of("input.date", Map.of("outcome", "done", "date", "вчера")),
                Arguments.of("activity.date-future", Map.of("outcome", "done", "date", "2025-08-21")),
                Arguments.of("activity.link", Map.of("outcome", "done", "date", TODAY, "link", "javascript:alert(1)")),
                Arguments.of("activity.number", Map.of("outcome", "earlier", "date", TODAY)),
                Arguments.of("activity.number", Map.of("outcome", "earlier", "number", "3-ОД")),
                Arguments.of("activity.reason", Map.of("outcome", "not-held")),
                Arguments.of("activity.reason", Map.of("outcome", "not-held", "note", "  ")));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void whatIsMissingIsAskedFor(String code, Map<String, Object> input) {
        start();

        refuses(code, Role.DEPUTY, TASK, input);

        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"due", "responsible", "title", "roadmapItem", "programmeId", "documentId", "anything"})
    void takesNothingButTheFormsFields(String foreign) {
        start();
        Map<String, Object> input = new HashMap<>(NOT_HELD);
        input.put(foreign, "чужое");

        refuses("task.field", Role.DEPUTY, TASK, input);
        Task task = task(TASK);
        assertRefused(
                "task.field",
                catchThrowable(() -> school.as(Role.DEPUTY, () -> {
                    engine.getFormService().submitTaskForm(task.getId(), input);
                    return null;
                })));

        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
    }

    @Test
    void othersMayNeitherSeeNorCompleteIt() {
        start();
        Task task = task(TASK);

        for (Role role : new Role[] {Role.TEACHER, Role.DIRECTOR, Role.CURATOR, Role.SECRETARY}) {
            assertThatThrownBy(() -> school.complete(role, task, NOT_HELD)).isInstanceOf(AuthorizationException.class);
            assertThat(school.as(
                            role,
                            () -> taskService
                                    .createTaskQuery()
                                    .taskId(task.getId())
                                    .count()))
                    .isZero();
        }
        assertThat(task(TASK).getAssignee()).isNull();
    }

    @Test
    void anEmptyRoleFallsToTheCurator() {
        school = schools.create(Role.DIRECTOR, Role.CURATOR);
        start();
        assertThat(groups(task(TASK))).containsExactlyInAnyOrder("deputy", "curator");

        complete(Role.CURATOR, TASK, NOT_HELD);

        assertOutcome(ITEM, Outcome.NOT_HELD);
    }

    @Test
    void aRoleThatEmptiesWhileItIsWaitedForFallsToTheCurator() {
        start();
        assertThat(groups(task(TASK))).containsExactly("deputy");

        staff.remove(school.id(), staff.holders(school.id(), Role.DEPUTY).get(0).id());

        assertThat(groups(task(TASK))).containsExactlyInAnyOrder("deputy", "curator");
    }

    @Test
    void oneHolderOfSeveralRolesIsEnough() {
        school = schools.create(Role.CLASS_TEACHER, Role.CURATOR);
        startBlock("activity", "deputy,class-teacher", Map.of());

        assertThat(groups(task(TASK))).containsExactlyInAnyOrder("deputy", "class-teacher");
    }

    private String start() {
        return startBlock("activity", "deputy", Map.of());
    }
}

package org.mentoringroadmap.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.OwnRoadmap;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done before its turn is recorded then, and asked of nobody later. */
abstract class WorkAheadContract {
    private static final String ITEM = "roadmapItem";
    private static final String NEEDS = "roadmapNeeds";
    private static final OutcomeInput DONE =
            new OutcomeInput(Outcome.DONE, LocalDate.of(2026, 8, 30), null, "на августовском совете", null);
    private static final OutcomeInput EARLIER =
            new OutcomeInput(Outcome.EARLIER, LocalDate.of(2026, 8, 30), "12", null, null);
    private static final OutcomeInput NOT_HELD =
            new OutcomeInput(Outcome.NOT_HELD, null, null, "нет такого класса", null);

    @Autowired
    private TestSchools schools;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private WorkAhead ahead;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private ActivityCorrections corrections;

    private final List<String> deployments = new ArrayList<>();
    private TestSchool school;
    private Long year;

    @BeforeEach
    void aYearWithRowsThatWait() {
        TestClock.moveTo(LocalDateTime.of(2026, 9, 1, 10, 0));
        school = schools.create();
        DeploymentBuilder deployment = repository.createDeployment().source("modeler");
        OwnRoadmap.of("own-ahead", "Карта с ожиданием")
                .stage("1", "Подготовка")
                .row("Изучить", ITEM, "1.1")
                .stage("2", "Работа")
                .row("Провести классный час", ITEM, "2.1", NEEDS, "1.1")
                .row("Рассказать родителям", ITEM, "2.2", NEEDS, "2.1")
                .files()
                .forEach(deployment::addString);
        deployments.add(0, deployment.deploy().getId());
        year = Long.valueOf(school.start("own-ahead", "2026-2027"));
    }

    @AfterEach
    void takeAway() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    private Stream<String> open() {
        return school.tasks(year.toString()).stream().map(school::item).filter(item -> item != null);
    }

    private ActivityRecord record(Role role, String item, OutcomeInput input) {
        return school.as(role, () -> ahead.record(year, item, input));
    }

    private void end(String item) {
        Task task = school.tasks(year.toString()).stream()
                .filter(one -> item.equals(school.item(one)))
                .findFirst()
                .orElseThrow();
        school.complete(Role.CURATOR, task, Map.of("outcome", "done", "date", "2026-09-01", "note", "сделано"));
    }

    @Test
    void nobodyIsAskedForItWhenItsTurnComes() {
        record(Role.CURATOR, "2.1", DONE);
        assertThat(open()).containsExactly("1.1");

        end("1.1");

        assertThat(open()).containsExactly("2.2");
        assertThat(outcomes.find(year, "2.1")).hasValueSatisfying(record -> {
            assertThat(record.outcome()).isEqualTo(Outcome.DONE);
            assertThat(record.isAhead()).isTrue();
            assertThat(record.said()).isEqualTo(DONE);
        });
    }

    /** What waits for the row needs its outcome and not its turn. */
    @Test
    void whatWaitsForItGoesOn() {
        record(Role.DEPUTY, "2.1", NOT_HELD);
        school.runJobs();

        assertThat(open()).containsExactlyInAnyOrder("1.1", "2.2");
    }

    @Test
    void whatIsCorrectedStaysAhead() {
        record(Role.CURATOR, "2.1", EARLIER);
        school.as(Role.CURATOR, () -> {
            corrections.correct(year, "2.1", DONE, "записи в журнале не было");
            return null;
        });

        end("1.1");

        assertThat(open()).containsExactly("2.2");
    }

    @Test
    void itIsTakenBackBeforeItsTurn() {
        ActivityRecord record = record(Role.CURATOR, "2.1", DONE);
        assertThat(school.as(Role.CURATOR, () -> corrections.takeBackUntil(record)))
                .isPresent();

        school.as(Role.CURATOR, () -> {
            corrections.takeBack(year, "2.1");
            return null;
        });
        assertThat(outcomes.find(year, "2.1")).isEmpty();
        end("1.1");

        assertThat(open()).containsExactly("2.1");
    }

    @Test
    void afterItsTurnItIsNoLongerTakenBack() {
        ActivityRecord record = record(Role.CURATOR, "2.1", DONE);
        end("1.1");

        assertThat(school.as(Role.CURATOR, () -> corrections.takeBackUntil(record)))
                .isEmpty();
        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> {
                    corrections.takeBack(year, "2.1");
                    return null;
                }))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("activity.take-back.begun");
        assertThat(outcomes.find(year, "2.1")).isPresent();
    }

    @Test
    void whatHasBegunOrEndedIsRefused() {
        assertThatThrownBy(() -> record(Role.CURATOR, "1.1", DONE))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("activity.ahead.begun");
        record(Role.CURATOR, "2.1", DONE);
        assertThatThrownBy(() -> record(Role.CURATOR, "2.1", NOT_HELD))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("activity.ahead.begun");
        assertThat(outcomes.find(year, "1.1")).isEmpty();
        assertThat(outcomes.find(year, "2.1").orElseThrow().said()).isEqualTo(DONE);
    }

    @Test
    void whoHasNothingToDoWithItIsRefused() {
        assertThatThrownBy(() -> record(Role.MENTOR, "2.1", DONE)).isInstanceOf(ForbiddenException.class);
        assertThat(schools.create().as(Role.CURATOR, () -> catching("2.1", DONE)))
                .isInstanceOf(NotFoundException.class);
        assertThat(outcomes.of(year)).isEmpty();
    }

    private Throwable catching(String item, OutcomeInput input) {
        try {
            ahead.record(year, item, input);
            return null;
        } catch (UserInputException e) {
            return e;
        }
    }

    @Test
    void whatIsMissingIsToldAndNothingIsKept() {
        assertThat(List.of(
                        new OutcomeInput(null, null, null, null, null),
                        new OutcomeInput(Outcome.DONE, null, null, null, null),
                        new OutcomeInput(Outcome.DONE, LocalDate.of(2026, 9, 2), null, null, null),
                        new OutcomeInput(Outcome.EARLIER, LocalDate.of(2026, 8, 30), null, null, null),
                        new OutcomeInput(Outcome.NOT_HELD, null, null, " ", null)))
                .allSatisfy(input -> assertThatThrownBy(() -> record(Role.CURATOR, "2.1", input))
                        .isInstanceOf(UserInputException.class));
        assertThatThrownBy(() -> record(Role.CURATOR, "9.9", DONE)).isInstanceOf(NotFoundException.class);
        assertThat(outcomes.of(year)).isEmpty();
    }
}

package org.mentoringroadmap.activity.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoringroadmap.activity.ActivityFixture.ITEM;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityFixture;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class EventsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 27);
    private static final OutcomeInput DONE = new OutcomeInput(Outcome.DONE, DAY, null, "заметка", null);

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private Events events;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private HistoryService history;

    private TestSchool school;
    private Programme programme;

    @BeforeEach
    void open() {
        school = fixture.school();
        programme = fixture.programme(school);
    }

    @Test
    void isPlannedThenReported() {
        Task plan = fixture.start(school, programme, "event", "deputy");
        school.complete(
                Role.DEPUTY,
                plan,
                Map.of("outcome", "done", "eventDate", "2026-08-27", "place", "актовый зал", "invited", 20));
        assertThat(outcomes.find(programme.id(), ITEM)).isEmpty();
        assertThat(events.of(programme.id()))
                .singleElement()
                .satisfies(event -> assertThat(event.heldOn()).isEmpty());

        Task report = school.tasks(programme.id().toString()).get(0);
        school.complete(
                Role.DEPUTY,
                report,
                Map.of("outcome", "done", "date", "2026-08-27", "came", "25", "decisions", "1. Поддержать"));

        assertThat(events.get(plan.getProcessInstanceId())).satisfies(event -> {
            assertThat(event.place()).isEqualTo("актовый зал");
            assertThat(event.invited()).contains(20);
            assertThat(event.heldOn()).contains(DAY);
            assertThat(event.decisions()).contains("1. Поддержать");
            assertThat(event.moreCameThanInvited()).isTrue();
        });
        assertThat(outcomes.find(programme.id(), ITEM))
                .hasValueSatisfying(record -> assertThat(record.date()).contains(DAY));
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(plan.getProcessInstanceId())
                        .list())
                .extracting(variable -> variable.getName())
                .doesNotContain("eventDate", "place", "invited", "agenda", "date", "came", "decisions", "note");
    }

    @Test
    void anEventThatIsNotHeldEndsItsActivityAtOnce() {
        Task plan = fixture.start(school, programme, "event", "deputy");
        school.complete(Role.DEPUTY, plan, Map.of("outcome", "not-held", "note", "обсудили на совещании"));

        assertThat(school.tasks(programme.id().toString())).isEmpty();
        assertThat(events.of(programme.id())).isEmpty();
        assertThat(outcomes.find(programme.id(), ITEM)).isPresent();
    }

    @Test
    void refusesAPlanWithoutDayOrPlace() {
        assertThatThrownBy(() -> plan(new EventPlan(null, null, "зал", null, null)))
                .hasMessageContaining("event.date");
        assertThatThrownBy(() -> plan(new EventPlan(DAY, null, "  ", null, null)))
                .hasMessageContaining("event.place");
        assertThatThrownBy(() -> plan(new EventPlan(LocalDate.of(20, 8, 27), null, "зал", null, null)))
                .hasMessageContaining("activity.date-old");
        assertThat(events.of(programme.id())).isEmpty();
    }

    @Test
    void planningAgainChangesThePlan() {
        plan(new EventPlan(DAY, null, "зал", null, "1. О наставничестве"));
        plan(new EventPlan(DAY.plusDays(1), null, "библиотека", 5, null));

        assertThat(events.of(programme.id())).singleElement().satisfies(event -> {
            assertThat(event.plannedFor()).isEqualTo(DAY.plusDays(1));
            assertThat(event.agenda()).isEmpty();
            assertThat(event.note()).contains("заметка");
        });
    }

    @Test
    void refusesBadReports() {
        plan(new EventPlan(DAY, null, "зал", null, null));

        assertThatThrownBy(() -> report(new EventReport(LocalDate.of(2999, 1, 1), null, null)))
                .hasMessageContaining("activity.date-future");
        assertThatThrownBy(() -> report(new EventReport(DAY, null, "р".repeat(10_001))))
                .hasMessageContaining("activity.too-long");
        report(new EventReport(DAY, null, "р".repeat(10_000)));
        report(new EventReport(DAY, null, "р".repeat(10_000)));
    }

    @Test
    void refusesAReportWithoutAPlan() {
        assertThatThrownBy(() -> report(new EventReport(DAY, null, null))).isInstanceOf(NotFoundException.class);
    }

    private void plan(EventPlan plan) {
        events.plan(programme.id(), ITEM, instance(), DONE, plan);
    }

    private void report(EventReport report) {
        events.report(programme.id(), ITEM, instance(), DONE, report);
    }

    private String instance() {
        return "instance-" + programme.id();
    }
}

package org.mentoringroadmap.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoringroadmap.activity.ActivityFixture.ITEM;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ActivityOutcomesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

    @Autowired
    private ActivityFixture fixture;

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
    void recordsWhoSaidWhat() {
        school.as(
                Role.DEPUTY, () -> record(new OutcomeInput(Outcome.DONE, DAY, null, " сделано ", "school.example/1")));

        assertThat(outcomes.find(programme.id(), ITEM)).hasValueSatisfying(record -> {
            assertThat(record.outcome()).isEqualTo(Outcome.DONE);
            assertThat(record.date()).contains(DAY);
            assertThat(record.note()).contains("сделано");
            assertThat(record.link()).contains("https://school.example/1");
            assertThat(record.recordedBy()).isEqualTo(school.login(Role.DEPUTY));
        });
        assertThat(outcomes.of(programme.id())).hasSize(1);
    }

    @Test
    void theSameSaidAgainChangesNothing() {
        OutcomeInput input = new OutcomeInput(Outcome.EARLIER, DAY, "12-од", null, null);
        school.as(Role.DEPUTY, () -> record(input));
        school.as(Role.CURATOR, () -> record(input));

        assertThat(outcomes.of(programme.id()))
                .singleElement()
                .satisfies(record -> assertThat(record.recordedBy()).isEqualTo(school.login(Role.DEPUTY)));
    }

    @Test
    void somethingElseReplacesTheRecord() {
        school.as(Role.DEPUTY, () -> record(new OutcomeInput(Outcome.NOT_HELD, null, null, "нет нужды", null)));
        school.as(Role.CURATOR, () -> record(new OutcomeInput(Outcome.DONE, DAY, null, null, null)));

        assertThat(outcomes.of(programme.id())).singleElement().satisfies(record -> {
            assertThat(record.outcome()).isEqualTo(Outcome.DONE);
            assertThat(record.note()).isEmpty();
            assertThat(record.recordedBy()).isEqualTo(school.login(Role.CURATOR));
        });
    }

    @Test
    void wordsInPlaceOfALinkAreKeptAsANote() {
        record(new OutcomeInput(Outcome.DONE, DAY, null, "новость", "на сайте школы"));

        assertThat(outcomes.of(programme.id())).singleElement().satisfies(record -> {
            assertThat(record.note()).contains("новость\nна сайте школы");
            assertThat(record.link()).isEmpty();
        });
    }

    @Test
    void programmesDoNotShareRecords() {
        Programme other = fixture.programme(fixture.school());
        record(new OutcomeInput(Outcome.DONE, DAY, null, null, null));

        assertThat(outcomes.find(other.id(), ITEM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ",,,,,activity.outcome",
        "DONE,,,,,activity.date",
        "DONE,2999-01-01,,,,activity.date-future",
        "DONE,0026-06-01,,,,activity.date-old",
        "DONE,2026-06-01,,,javascript:alert(1),activity.link",
        "EARLIER,2026-06-01,,,,activity.number",
        "EARLIER,,12,,,activity.number",
        "EARLIER,2999-01-01,12,,,activity.date-future",
        "NOT_HELD,,,,,activity.reason",
    })
    void refusesWhatIsIncomplete(
            Outcome outcome, LocalDate date, String number, String note, String link, String code) {
        assertThatThrownBy(() -> record(new OutcomeInput(outcome, date, number, note, link)))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(outcomes.of(programme.id())).isEmpty();
    }

    @Test
    void refusesTextsThatAreTooLong() {
        assertThatThrownBy(() -> record(new OutcomeInput(Outcome.NOT_HELD, null, null, "а".repeat(2001), null)))
                .hasMessageContaining("activity.too-long");
    }

    @Test
    void aTaskLeavesOnlyTheOutcomeInTheEngine() {
        Task task = fixture.start(school, programme, "activity", "deputy");
        school.complete(
                Role.DEPUTY,
                task,
                Map.of("outcome", "done", "date", "2026-06-02", "note", "о детях", "link", "https://school.example"));

        assertThat(outcomes.find(programme.id(), ITEM))
                .hasValueSatisfying(record -> assertThat(record.note()).contains("о детях"));
        assertThat(school.tasks(programme.id().toString())).isEmpty();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .list())
                .extracting(variable -> variable.getName())
                .contains("outcome")
                .doesNotContain("note", "date", "link", "number");
    }

    @Test
    void aRefusedTaskStaysOpen() {
        Task task = fixture.start(school, programme, "activity", "deputy");

        assertThatThrownBy(() -> school.complete(Role.DEPUTY, task, Map.of("outcome", "done")))
                .rootCause()
                .hasMessageContaining("activity.date");
        assertThat(school.tasks(programme.id().toString())).hasSize(1);
        assertThat(outcomes.of(programme.id())).isEmpty();
    }

    private ActivityRecord record(OutcomeInput input) {
        return outcomes.record(programme.id(), ITEM, input);
    }
}

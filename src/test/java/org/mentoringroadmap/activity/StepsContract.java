package org.mentoringroadmap.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoringroadmap.activity.ActivityFixture.ITEM;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.roadmap.StepFields;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.TaskInput;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What the steps of activities promise on every database. */
abstract class StepsContract {
    private static final StepFields FIELDS = StepFields.parse(name -> Optional.ofNullable(Map.of(
                    "figures", "needed,received,refused?",
                    "texts", "conclusions?",
                    "limits", "received<=needed,needed>=1",
                    "needs", "link")
            .get(name)));

    @Autowired
    ActivityFixture fixture;

    @Autowired
    Steps steps;

    @Autowired
    ActivityOutcomes outcomes;

    @Autowired
    ActivityKeys keys;

    @Autowired
    MessageSource messages;

    private final String instance = UUID.randomUUID().toString();
    private TestSchool school;
    private Long programme;

    @BeforeEach
    void open() {
        school = fixture.school(Role.CURATOR);
        programme = fixture.programme(school).id();
    }

    @Test
    void whatIsDoneInOnePartStaysDoneThoughALaterPartIsNotHeld() {
        StepInput december = new StepInput(done("2025-08-01"), Map.of(), Map.of());
        steps.result(programme, ITEM, instance, "Task_CloseCampaign", december);
        StepInput may = new StepInput(
                new OutcomeInput(Outcome.NOT_HELD, null, null, "Пары расстались раньше", null), Map.of(), Map.of());

        steps.result(programme, ITEM, UUID.randomUUID().toString(), "Task_CloseCampaign", may);

        assertThat(outcomes.find(programme, ITEM).orElseThrow().outcome()).isEqualTo(Outcome.DONE);
        assertThat(steps.of(programme, ITEM))
                .extracting(StepRecord::outcome)
                .containsExactly(Outcome.DONE, Outcome.NOT_HELD);
    }

    private static OutcomeInput done(String day) {
        return new OutcomeInput(Outcome.DONE, LocalDate.parse(day), null, null, null);
    }

    @Test
    void keepsFiguresAndTextsOfAStep() {
        step(Map.of("conclusions", "Хорошо идёт"));

        assertThat(steps.ofInstance(instance)).singleElement().satisfies(record -> {
            assertThat(record.programmeId()).isEqualTo(programme);
            assertThat(record.activityKey()).isEqualTo(keys.key(programme, ITEM));
            assertThat(record.step()).isEqualTo("Task_CollectConsents");
            assertThat(record.outcome()).isEqualTo(Outcome.DONE);
            assertThat(record.date()).contains(LocalDate.of(2026, 6, 2));
            assertThat(record.link()).contains("https://school.example/1");
            assertThat(record.figures()).containsExactly(Map.entry("needed", 12), Map.entry("received", 11));
            assertThat(record.figure("refused")).isEmpty();
            assertThat(record.text("conclusions")).contains("Хорошо идёт");
            assertThat(record.recordedBy()).isEqualTo(school.login(Role.CURATOR));
        });
        assertThat(outcomes.find(programme, ITEM)).as("the activity goes on").isEmpty();
    }

    @Test
    void theSameStepIsReplaced() {
        step(Map.of("refused", 1));
        step(Map.of("received", "12.0"));

        assertThat(steps.of(programme, ITEM))
                .singleElement()
                .satisfies(record -> assertThat(record.figures()).isEqualTo(Map.of("needed", 12, "received", 12)));
    }

    @Test
    void theLastStepEndsTheActivity() {
        result(input(Map.of()));

        assertThat(outcomes.find(programme, ITEM))
                .hasValueSatisfying(record -> assertThat(record.outcome()).isEqualTo(Outcome.DONE));
        assertThat(outcomes.closedBefore(programme, ITEM)).isEmpty();
    }

    @Test
    void aStepThatIsNotHeldEndsTheActivityToo() {
        step(Map.of("outcome", "not-held", "note", "Не нужно"));

        assertThat(outcomes.find(programme, ITEM))
                .hasValueSatisfying(record -> assertThat(record.note()).contains("Не нужно"));
        assertThat(outcomes.closedBefore(programme, ITEM)).contains(Outcome.NOT_HELD);
        assertThat(steps.of(programme))
                .singleElement()
                .satisfies(record -> assertThat(record.figures()).isEmpty());
    }

    @Test
    void whatIsDoneWithoutANumberKeepsTheKnownOne() {
        result(input(Map.of("number", "7-ОД")));
        result(input(Map.of()));

        assertThat(outcomes.find(programme, ITEM).orElseThrow().number()).contains("7-ОД");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "needed | - | Заполните поле «Нужно согласий».",
                "needed | много | В поле «Нужно согласий» нужно целое число от 0. Сейчас там «много».",
                "needed | -1 | В поле «Нужно согласий» нужно целое число от 0. Сейчас там «-1».",
                "needed | 1.5 | В поле «Нужно согласий» нужно целое число от 0. Сейчас там «1.5».",
                "received | 13 | «Получено согласий» не может быть больше, чем «Нужно согласий»: сейчас 13 и 12.",
                "link | - | Заполните поле «Ссылка».",
                "link | на сайте | Ссылка записана неверно.",
                "date | - | Укажите дату, когда это сделано."
            })
    void refusesAndNamesTheField(String field, String value, String text) {
        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> {
                    Map<String, Object> fields = fields(Map.of());
                    fields.put(field, value);
                    return steps.step(programme, ITEM, instance, "Task_CollectConsents", take(fields));
                }))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refused -> assertThat(messages.getMessage(
                                        refused.code(), refused.arguments(), Locale.forLanguageTag("ru")))
                                .startsWith(text));
        assertThat(steps.of(programme)).isEmpty();
    }

    @Test
    void refusesTooFew() {
        assertThatThrownBy(() -> step(Map.of("needed", 0, "received", 0))).hasMessage("step.at-least-number");
    }

    @Test
    void ofAProgrammeByItem() {
        step(Map.of());
        school.as(
                Role.CURATOR,
                () -> steps.step(programme, "000-1.0", instance + "-2", "Task_OpenCampaign", input(Map.of())));

        assertThat(steps.of(programme))
                .extracting(StepRecord::activityKey)
                .isEqualTo(List.of("000-1.0", keys.key(programme, ITEM)));
    }

    private void step(Map<String, Object> more) {
        school.as(Role.CURATOR, () -> steps.step(programme, ITEM, instance, "Task_CollectConsents", input(more)));
    }

    private void result(StepInput input) {
        school.as(Role.CURATOR, () -> steps.result(programme, ITEM, instance, "Task_CollectConsents", input));
    }

    private static StepInput input(Map<String, Object> more) {
        return take(fields(more));
    }

    private static Map<String, Object> fields(Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "outcome", "done", "date", "2026-06-02", "link", "school.example/1", "needed", 12, "received", "11"));
        fields.putAll(more);
        return fields;
    }

    private static StepInput take(Map<String, Object> fields) {
        StepInput input = StepInput.take(new TaskInput(fields::get, fields::remove), FIELDS);
        assertThat(fields).as("fields left in the engine").isEmpty();
        return input;
    }
}

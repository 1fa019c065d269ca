package org.mentoringroadmap.activity.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.activity.term.Frequency;
import org.mentoringroadmap.activity.term.Frequency.Time;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Appoints the next time of an activity that is done again and again, or says that there is none left. Times that had
 * passed before the block began are left out; those that pass while it runs are not.
 */
@Component("nextTime")
class NextTime implements JavaDelegate {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM", RUSSIAN);
    private static final DateTimeFormatter WHOLE_DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", RUSSIAN);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL yyyy", RUSSIAN);

    private final MessageSource messages;
    private final Clock clock;

    NextTime(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String id = ActivityVariables.FREQUENCY.from(execution::getVariable);
        Frequency frequency = Frequency.of(id).orElseThrow(() -> new IllegalStateException("Unknown frequency: " + id));
        LocalDateTime start = LocalDateTime.parse(BlockVariables.START.from(execution::getVariable));
        LocalDateTime due = LocalDateTime.parse(BlockVariables.DUE.from(execution::getVariable));
        int done = ActivityVariables.count(execution, ActivityVariables.POINT_NUMBER);
        Optional<Time> next = done == 0
                ? Optional.of(frequency.at(LocalDateTime.now(clock), start, due))
                : frequency == Frequency.EVENT && !isWanted(execution)
                        ? Optional.empty()
                        : frequency.after(last(execution), start, due);
        ActivityVariables.TIMES_LEFT.to(execution::setVariable, String.valueOf(next.isPresent()));
        next.ifPresent(time -> {
            ActivityVariables.POINT_NUMBER.to(execution::setVariable, String.valueOf(done + 1));
            ActivityVariables.TIME_NAME.to(execution::setVariable, name(frequency, time, done + 1));
            BlockVariables.TIME_START.to(execution::setVariable, ActivityProperties.text(time.start()));
            BlockVariables.TIME_DUE.to(execution::setVariable, ActivityProperties.text(time.due()));
        });
    }

    private static boolean isWanted(DelegateExecution execution) {
        return ActivityVariables.ANOTHER
                .find(execution::getVariable)
                .filter("true"::equals)
                .isPresent();
    }

    private static Time last(DelegateExecution execution) {
        return new Time(
                LocalDateTime.parse(BlockVariables.TIME_START.from(execution::getVariable)),
                LocalDateTime.parse(BlockVariables.TIME_DUE.from(execution::getVariable)));
    }

    private String name(Frequency frequency, Time time, int number) {
        return switch (frequency) {
            case WEEK -> DAY.format(time.start()) + "–" + WHOLE_DAY.format(time.due());
            case MONTH -> MONTH.format(time.start());
            case QUARTER ->
                text(
                        "activity.time.quarter",
                        time.start().get(IsoFields.QUARTER_OF_YEAR),
                        time.start().getYear());
            case EVENT -> text("activity.time.event", number);
        };
    }

    private String text(String code, Object... arguments) {
        Object[] plain = java.util.Arrays.stream(arguments).map(String::valueOf).toArray();
        return messages.getMessage(code, plain, RUSSIAN);
    }
}

package org.mentoringroadmap.platform.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapCalendar;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo's programme has behind it on the day of its start, whatever day that is. */
@Component
@Profile("demo")
class DemoPast {
    private static final int FIRST_NUMBER = 11;

    private final Programmes programmes;
    private final Editions editions;
    private final Terms terms;
    private final ActivityOutcomes outcomes;
    private final Clock clock;

    DemoPast(Programmes programmes, Editions editions, Terms terms, ActivityOutcomes outcomes, Clock clock) {
        this.programmes = programmes;
        this.editions = editions;
        this.terms = terms;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Records as done earlier what was: on the last day of its term, or yesterday where that is still to come. */
    void enter(Long programmeId, DemoPlan.Year year) {
        Programme programme = programmes.get(programmeId);
        RoadmapCalendar calendar = terms.calendar(programme);
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        int number = FIRST_NUMBER;
        for (Stage stage : editions.roadmap(programme).stages()) {
            for (RoadmapActivity activity : stage.activities()) {
                if (year.isBefore(stage, activity)) {
                    LocalDate due = calendar.due(activity).toLocalDate();
                    LocalDate day = due.isAfter(yesterday) ? yesterday : due;
                    outcomes.record(
                            programmeId,
                            activity.item(),
                            new OutcomeInput(Outcome.EARLIER, day, String.valueOf(number++), null, null));
                }
            }
        }
    }

    /** A day of the past, inside the school year where it has begun. */
    LocalDate day(SchoolYear year, String wanted) {
        LocalDate day = LocalDate.parse(wanted);
        LocalDate first = LocalDate.of(year.firstYear(), Month.SEPTEMBER, 1);
        LocalDate today = LocalDate.now(clock);
        LocalDate inside = day.isBefore(first) ? first : day;
        return inside.isAfter(today) ? today : inside;
    }
}

package org.mentoringroadmap.platform.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.term.OpenTerm;
import org.mentoringroadmap.activity.term.TermDecision;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.platform.authority.DemoEngine;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The year before: a finished programme with pairs and meetings, entered as a school enters what was done on paper. */
@Component
@Profile("demo")
class DemoLastYear {
    private static final int FIRST_NUMBER = 11;
    private static final int DAYS_OF_WORK = 5;
    private static final String ROADMAP = "target-model";

    private final DemoYear years;
    private final DemoEngine engine;
    private final Mentorships mentorships;
    private final Meetings meetings;
    private final ActivityOutcomes outcomes;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final DemoPeople people;

    DemoLastYear(
            DemoYear years,
            DemoEngine engine,
            Mentorships mentorships,
            Meetings meetings,
            ActivityOutcomes outcomes,
            JdbcClient jdbc,
            Clock clock,
            DemoPeople people) {
        this.years = years;
        this.engine = engine;
        this.mentorships = mentorships;
        this.meetings = meetings;
        this.outcomes = outcomes;
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
    }

    /** Does nothing when the school has that year already. */
    void live(DemoPlan plan) {
        SchoolYear year = new SchoolYear(SchoolYear.around(LocalDate.now(clock)).firstYear() - 1);
        years.begin(plan, ROADMAP, year, id -> {}, id -> earlier(plan.lastYear().here()))
                .ifPresent(id -> {
                    people.joinLastYear(plan.schoolId(), id, year);
                    years.take(plan, id, year, plan.lastYear().steps());
                    plan.lastYear().meetings().forEach(met -> meet(plan, id, year, met));
                    DemoYear.attempt("the days of the programme", () -> runInItsYear(id, year));
                });
    }

    /** It ran in its year, from what was done first to what was done last, and not when it was entered. */
    private void runInItsYear(Long programmeId, SchoolYear year) {
        List<LocalDate> days = outcomes.of(programmeId).stream()
                .flatMap(record -> record.date().stream())
                .filter(day -> !day.isAfter(year.lastDay()))
                .sorted()
                .toList();
        if (!days.isEmpty()) {
            jdbc.sql(
                            "update programme set started_on = :first, completed_on = :last where id = :id and state = 'COMPLETED'")
                    .param("first", days.get(0))
                    .param("last", days.get(days.size() - 1))
                    .param("id", programmeId)
                    .update();
        }
    }

    private static Function<OpenTerm, TermDecision> earlier(List<String> here) {
        AtomicInteger number = new AtomicInteger(FIRST_NUMBER);
        return passed -> here.contains(passed.activity().item())
                ? new TermDecision(passed.activity().item(), TermDecision.Choice.LEAVE, null, null, null)
                : new TermDecision(
                        passed.activity().item(),
                        TermDecision.Choice.EARLIER,
                        passed.due(),
                        String.valueOf(number.getAndIncrement()),
                        null);
    }

    private void meet(DemoPlan plan, Long programmeId, SchoolYear year, DemoPlan.Met met) {
        DemoYear.attempt("the meetings " + met.kind(), () -> {
            engine.as(Role.CURATOR.id(), plan.schoolId(), () -> {
                LocalDate day = LocalDate.parse((String) years.day(year, met.date()));
                for (Mentorship pair : mentorships.of(programmeId)) { // each pair meets on a day of its own
                    meetings.record(
                            programmeId,
                            pair.id(),
                            MeetingKind.parse(met.kind()),
                            MeetingReport.on(day.plusDays(pair.id() % DAYS_OF_WORK)));
                }
                return null;
            });
            engine.runJobs(programmeId);
        });
    }
}

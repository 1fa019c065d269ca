package org.mentoringroadmap.platform.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.activity.TermDecision;
import org.mentoringroadmap.activity.Terms;
import org.mentoringroadmap.activity.YearStart;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeProcess;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Brings a programme of the current year into a state worth looking at, with the services and the rights that people
 * have. A step that is not possible is told in the log and left out.
 */
@Component
@Profile("demo")
class DemoYear {
    private static final Logger LOG = LoggerFactory.getLogger(DemoYear.class);
    private static final String ROADMAP = "target-model";
    private static final String TODAY = "today";

    private final Programmes programmes;
    private final ProgrammeProcess process;
    private final Tasks tasks;
    private final Terms terms;
    private final YearStart yearStart;
    private final DemoEngine engine;
    private final Clock clock;

    DemoYear(
            Programmes programmes,
            ProgrammeProcess process,
            Tasks tasks,
            Terms terms,
            YearStart yearStart,
            DemoEngine engine,
            Clock clock) {
        this.programmes = programmes;
        this.process = process;
        this.tasks = tasks;
        this.terms = terms;
        this.yearStart = yearStart;
        this.engine = engine;
        this.clock = clock;
    }

    /** Does nothing when the school runs a programme of the current year. */
    void live(DemoPlan plan) {
        String year = SchoolYear.around(LocalDate.now(clock)).text();
        List<Programme> running = engine.as(Role.CURATOR.id(), plan.schoolId(), () -> programmes.visible());
        if (running.stream()
                .anyMatch(programme -> programme.schoolYear().text().equals(year)
                        && programme.roadmap().equals(ROADMAP))) {
            return;
        }
        Long id = engine.as(Role.CURATOR.id(), plan.schoolId(), () -> process.start(ROADMAP, plan.schoolId(), year));
        attempt("the first jobs", () -> engine.runJobs(id));
        attempt("the passed terms", () -> {
            engine.as(Role.CURATOR.id(), plan.schoolId(), () -> shiftPassedTerms(id, plan.termsReason()));
            engine.runJobs(id);
        });
        for (DemoPlan.Step step : plan.steps()) {
            attempt(step.item() + " " + step.task(), () -> {
                engine.as(step.as(), plan.schoolId(), () -> complete(id, step));
                engine.runJobs(id);
            });
        }
        attempt("the control of terms", () -> engine.fireTimers(id));
    }

    /** Moves every passed term by the weeks that the page suggests, as a school does that begins late. */
    private Void shiftPassedTerms(Long programmeId, String reason) {
        int weeks = yearStart.suggestedWeeks(programmeId);
        List<TermDecision> decisions = terms.passed(programmeId).stream()
                .map(passed -> new TermDecision(
                        passed.activity().item(),
                        TermDecision.Choice.MOVE,
                        passed.due().plusWeeks(weeks),
                        null,
                        null))
                .toList();
        tasks.ofProgramme(programmeId).stream()
                .filter(task -> task.definitionKey().equals("Task_ConfirmTerms"))
                .findFirst()
                .ifPresent(task -> yearStart.confirm(task, decisions, reason));
        return null;
    }

    private Void complete(Long programmeId, DemoPlan.Step step) {
        OpenTask task = tasks.ofProgramme(programmeId).stream()
                .filter(open -> step.item().equals(open.roadmapItem()))
                .filter(open -> step.task().equals(open.definitionKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No such task is open"));
        Map<String, Object> input = new HashMap<>();
        step.input().forEach((field, value) -> input.put(field, day(value)));
        tasks.complete(task.id(), input);
        return null;
    }

    /** {@code today}, {@code today+7}, {@code today-3} as a date; everything else as it is. */
    private Object day(Object value) {
        if (!(value instanceof String text) || !text.matches(TODAY + "([+-]\\d+)?")) {
            return value;
        }
        String days = text.substring(TODAY.length());
        return LocalDate.now(clock)
                .plusDays(days.isEmpty() ? 0 : Long.parseLong(days))
                .toString();
    }

    private static void attempt(String step, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The demo goes on without {}: {}", step, e.toString());
        }
    }
}

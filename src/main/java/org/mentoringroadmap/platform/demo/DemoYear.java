package org.mentoringroadmap.platform.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mentoringroadmap.activity.term.OpenTerm;
import org.mentoringroadmap.activity.term.TermDecision;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.activity.term.YearStart;
import org.mentoringroadmap.platform.authority.DemoEngine;
import org.mentoringroadmap.programme.ProgrammeProcess;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
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
    private static final String TODAY = "today";
    private static final String PAST = "past";
    private static final String DAY_OF_YEAR = "(first|second)-\\d\\d-\\d\\d";

    private final Programmes programmes;
    private final ProgrammeProcess process;
    private final Tasks tasks;
    private final Terms terms;
    private final YearStart yearStart;
    private final DemoEngine engine;
    private final Clock clock;
    private final DemoPeople people;
    private final DemoPairs pairs;
    private final DemoPast past;

    DemoYear(
            Programmes programmes,
            ProgrammeProcess process,
            Tasks tasks,
            Terms terms,
            YearStart yearStart,
            DemoEngine engine,
            Clock clock,
            DemoPeople people,
            DemoPairs pairs,
            DemoPast past) {
        this.programmes = programmes;
        this.process = process;
        this.tasks = tasks;
        this.terms = terms;
        this.yearStart = yearStart;
        this.engine = engine;
        this.clock = clock;
        this.people = people;
        this.pairs = pairs;
        this.past = past;
    }

    /** Lives the current school year up to its middle; does nothing for a roadmap that the school runs already. */
    void live(DemoPlan plan) {
        SchoolYear year = SchoolYear.around(LocalDate.now(clock));
        plan.years()
                .forEach(part -> begin(plan, part.roadmap(), year, id -> past.enter(id, part), id -> DemoYear::left)
                        .ifPresent(id -> {
                            Map<String, Long> known = people.join(plan.schoolId(), id, part.people());
                            pairs.form(plan.schoolId(), id, part.pairs(), known);
                            take(plan, id, year, part.first());
                            pairs.meet(
                                    plan.schoolId(), id, part.pairs(), met -> past.day(year, (String) day(year, met)));
                            take(plan, id, year, part.steps());
                            attempt("the control of terms", () -> engine.fireTimers(id));
                        }));
    }

    /**
     * Starts a programme and settles the terms that have passed; empty when the school has it already.
     *
     * @param before what is entered before anything else
     */
    Optional<Long> begin(
            DemoPlan plan,
            String roadmap,
            SchoolYear year,
            Consumer<Long> before,
            Function<Long, Function<OpenTerm, TermDecision>> decisionsFor) {
        String curator = Role.CURATOR.id();
        boolean known = engine.as(curator, plan.schoolId(), () -> programmes.visible()).stream()
                .anyMatch(programme -> programme.schoolYear().equals(year)
                        && programme.roadmap().equals(roadmap));
        if (known) {
            return Optional.empty();
        }
        Long id = engine.as(curator, plan.schoolId(), () -> process.start(roadmap, plan.schoolId(), year.text()));
        attempt(
                "what was before",
                () -> engine.as(curator, plan.schoolId(), () -> {
                    before.accept(id); // before anybody is asked for it: a roadmap without terms asks at once
                    return null;
                }));
        attempt("the first jobs", () -> engine.runJobs(id));
        attempt("the passed terms", () -> {
            engine.as(curator, plan.schoolId(), () -> settle(id, plan.termsReason(), decisionsFor.apply(id)));
            engine.runJobs(id);
        });
        return Optional.of(id);
    }

    /** Does what people have done so far. */
    void take(DemoPlan plan, Long programmeId, SchoolYear year, List<DemoPlan.Step> steps) {
        for (DemoPlan.Step step : steps) {
            attempt(step.item() + " " + step.task(), () -> {
                engine.as(step.as(), plan.schoolId(), () -> complete(programmeId, year, step));
                engine.runJobs(programmeId);
            });
        }
    }

    private Void settle(Long programmeId, String reason, Function<OpenTerm, TermDecision> decision) {
        List<TermDecision> decisions =
                terms.passed(programmeId).stream().map(decision).toList();
        tasks.ofProgramme(programmeId).stream()
                .filter(OpenTask::settlesTerms)
                .findFirst()
                .ifPresent(task -> yearStart.confirm(task, decisions, reason));
        return null;
    }

    private static TermDecision left(OpenTerm passed) {
        return new TermDecision(passed.activity().item(), TermDecision.Choice.LEAVE, null, null, null);
    }

    private Void complete(Long programmeId, SchoolYear year, DemoPlan.Step step) {
        OpenTask task = tasks.ofProgramme(programmeId).stream()
                .filter(open -> step.item().equals(open.roadmapItem()))
                .filter(open -> step.task().equals(open.definitionKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No such task is open"));
        Map<String, Object> input = new HashMap<>();
        step.input().forEach((field, value) -> input.put(field, day(year, value)));
        tasks.complete(task.id(), input);
        return null;
    }

    /**
     * {@code today}, {@code today+7}, {@code today-3} as a date, {@code past-80} as a day of the school year so long ago or
     * its first one, {@code first-10-03} and {@code second-05-20} as a day of the school year; everything else as it is.
     */
    Object day(SchoolYear year, Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        if (text.matches(DAY_OF_YEAR)) {
            int of = text.startsWith("first") ? year.firstYear() : year.secondYear();
            return of + text.substring(text.indexOf('-'));
        }
        if (text.matches(PAST + "-\\d+")) {
            return past.day(year, (String) day(year, text.replace(PAST, TODAY))).toString();
        }
        if (!text.matches(TODAY + "([+-]\\d+)?")) {
            return value;
        }
        String days = text.substring(TODAY.length());
        return LocalDate.now(clock)
                .plusDays(days.isEmpty() ? 0 : Long.parseLong(days))
                .toString();
    }

    static void attempt(String step, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The demo goes on without {}", step, e);
        }
    }
}

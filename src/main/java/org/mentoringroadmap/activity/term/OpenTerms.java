package org.mentoringroadmap.activity.term;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RowOrder;
import org.mentoringroadmap.school.WorkingDays;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;

/** The activities of a year that have not ended, as they stand at one moment, and what their new terms could be. */
public final class OpenTerms {
    private final List<OpenTerm> all;
    private final String title;
    private final RowOrder order;
    private final SchoolYear year;
    private final LocalDate today;

    OpenTerms(List<OpenTerm> all, Roadmap roadmap, SchoolYear year, LocalDate today) {
        this.all = List.copyOf(all);
        this.title = roadmap.title();
        this.order = roadmap.order();
        this.year = year;
        this.today = today;
    }

    /** Of which roadmap and year they are: «Целевая модель наставничества, 2025-2026». */
    public String title() {
        return title + ", " + year.text();
    }

    /** All of them, in the order of the roadmap. */
    public List<OpenTerm> all() {
        return all;
    }

    /** Those whose last day has passed, in the order of the roadmap. */
    public List<OpenTerm> passed() {
        return all.stream().filter(this::hasPassed).toList();
    }

    /** Whether the last day of one of them has passed. */
    public boolean hasPassed(OpenTerm term) {
        return term.due().isBefore(today);
    }

    /** The day after which there are no lessons in this school year, 31 May. */
    public LocalDate lessonsEnd() {
        return YearDays.lessonsEnd(year);
    }

    /** The last day to which a term may be moved. */
    public LocalDate last() {
        return YearDays.last(year);
    }

    /**
     * What has to end before one of them, the nearest ones.
     *
     * @param decided what is decided already: behind what is over it is looked further back
     */
    public List<OpenTerm> needs(OpenTerm term, Collection<TermDecision> decided) {
        Set<String> keys = needs(decided).apply(term.activity().key());
        return all.stream()
                .filter(other -> keys.contains(other.activity().key()))
                .toList();
    }

    /** How the year could catch up with its plan; empty where nothing has passed or nothing can be moved any more. */
    public Optional<CatchUp> catchUp() {
        LocalDate last = YearDays.last(year);
        return today.isBefore(last) && !WorkingDays.onOrBefore(last).isBefore(today)
                ? earliest(Map.of()).map(earliest -> CatchUp.suggested(earliest, today, year))
                : Optional.empty();
    }

    /**
     * How the year catches up with its plan by days that somebody has chosen.
     *
     * @param first new last day of the earliest of what has passed and is not decided
     * @param until the day from which the plan stands
     * @param decided what is decided already
     * @return empty where all that has passed is decided
     * @throws UserInputException {@code term.catch-up} when the days are none of this year or not in this order
     */
    public Optional<CatchUp> catchUp(LocalDate first, LocalDate until, Collection<TermDecision> decided) {
        Map<String, TermDecision> decisions = byItem(decided);
        check(first, until);
        return earliest(decisions).map(earliest -> CatchUp.chosen(earliest, first, until, last()));
    }

    /**
     * The same as it was chosen before, whatever has been decided since.
     *
     * @param earliest planned day of what was the earliest then
     * @throws UserInputException {@code term.catch-up} when the days are none of this year or not in this order
     */
    public CatchUp catchUp(LocalDate first, LocalDate until, LocalDate earliest) {
        check(first, until);
        if (!earliest.isBefore(today)) {
            throw new UserInputException("term.catch-up", String.valueOf(last().getYear()));
        }
        return CatchUp.chosen(earliest, first, until, last());
    }

    private void check(LocalDate first, LocalDate until) {
        if (first == null || until == null || first.isBefore(today) || !until.isAfter(first) || until.isAfter(last())) {
            throw new UserInputException("term.catch-up", String.valueOf(last().getYear()));
        }
    }

    private Optional<LocalDate> earliest(Map<String, TermDecision> decisions) {
        return passed().stream()
                .filter(term -> !decisions.containsKey(term.activity().item()))
                .map(OpenTerm::due)
                .min(Comparator.naturalOrder());
    }

    /**
     * New last days with which the year catches up with its plan, in the order of the plan and of dependencies.
     *
     * @param decided what is decided already: it is left as it is, and what comes after it goes by it
     * @return in the order of dependencies
     */
    public List<ProposedTerm> propose(CatchUp catchUp, Collection<TermDecision> decided) {
        return moved(term -> catchUp.of(term.due()), byItem(decided));
    }

    /**
     * What nothing is decided about, and what would end too early after what is; of what has passed, whatever waits for
     * nothing that moves stays.
     *
     * @return in the order of dependencies
     */
    public List<ProposedTerm> following(Collection<TermDecision> decided) {
        Set<String> after = decided.stream()
                .filter(decision -> decision.choice() == TermDecision.Choice.MOVE)
                .flatMap(move -> after(move.roadmapItem()).stream())
                .collect(Collectors.toSet());
        Map<String, TermDecision> decisions = byItem(passed().stream()
                .map(term -> term.activity().item())
                .filter(item -> !after.contains(item))
                .map(stays -> new TermDecision(stays, TermDecision.Choice.LEAVE, null, null, null))
                .toList());
        decisions.putAll(byItem(decided));
        return moved(OpenTerm::due, decisions);
    }

    /**
     * What comes after an activity and would end too early once that one moves; also what has passed by now.
     *
     * @param item number under which the activity is kept
     * @param due its new last day
     * @return in the order of dependencies
     */
    public List<ProposedTerm> following(String item, LocalDate due) {
        return following(List.of(new TermDecision(item, TermDecision.Choice.MOVE, due, null, null)));
    }

    private List<ProposedTerm> moved(Function<OpenTerm, LocalDate> wanted, Map<String, TermDecision> decisions) {
        Map<String, OpenTerm> rows = new HashMap<>();
        Map<String, LocalDate> fixed = new HashMap<>();
        for (OpenTerm term : all) {
            TermDecision decision = decisions.get(term.activity().item());
            rows.put(term.activity().key(), term);
            if (decision != null) {
                fixed.put(
                        term.activity().key(),
                        decision.choice() == TermDecision.Choice.MOVE && decision.date() != null
                                ? decision.date()
                                : term.due());
            }
        }
        List<Timetable.Row> open = all.stream()
                .filter(term -> !isOver(decisions.get(term.activity().item())))
                .map(term -> new Timetable.Row(term.activity().key(), term.due(), wanted.apply(term)))
                .toList();
        return new Timetable(open, needs(decisions.values()), today, YearDays.last(year))
                .moved(fixed).entrySet().stream()
                        .map(moved -> new ProposedTerm(rows.get(moved.getKey()), moved.getValue()))
                        .toList();
    }

    /** Items of all that waits for an activity, be it through others. */
    private Set<String> after(String item) {
        Set<String> found = new HashSet<>(Set.of(item));
        boolean more = true;
        while (more) {
            more = false;
            for (OpenTerm term : all) {
                boolean waits = needs(term, List.of()).stream()
                        .anyMatch(need -> found.contains(need.activity().item()));
                more |= waits && found.add(term.activity().item());
            }
        }
        found.remove(item);
        return found;
    }

    private Function<String, Set<String>> needs(Collection<TermDecision> decided) {
        Set<String> over = decided.stream()
                .filter(OpenTerms::isOver)
                .map(TermDecision::roadmapItem)
                .collect(Collectors.toSet());
        Set<String> open = all.stream()
                .map(OpenTerm::activity)
                .filter(activity -> !over.contains(activity.item()))
                .map(RoadmapActivity::key)
                .collect(Collectors.toSet());
        Predicate<String> ended = Predicate.not(open::contains);
        return key -> order.holding(key, ended);
    }

    private static boolean isOver(TermDecision decision) {
        return decision != null
                && switch (decision.choice()) {
                    case DONE, EARLIER, NOT_HELD -> true;
                    case LEAVE, MOVE -> false;
                };
    }

    private static Map<String, TermDecision> byItem(Collection<TermDecision> decisions) {
        return decisions.stream()
                .collect(Collectors.toMap(
                        TermDecision::roadmapItem, Function.identity(), (first, second) -> second, HashMap::new));
    }
}

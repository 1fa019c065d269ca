package org.mentoringroadmap.activity.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.activity.term.TermDecision.Choice;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapCalendar;
import org.mentoringroadmap.roadmap.ShippedRoadmaps;
import org.mentoringroadmap.school.WorkingDays;
import org.mentoringroadmap.shared.SchoolYear;

/** What is proposed for each roadmap that comes with the product, on whatever day of the year it starts. */
class LateStartTest {
    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final int SEED = 112;

    static Stream<Arguments> starts() {
        return ShippedRoadmaps.IDS.stream()
                .flatMap(roadmap -> IntStream.range(0, 40)
                        .mapToObj(time ->
                                Arguments.of(roadmap, LocalDate.of(2026, 9, 1).plusDays(time * 8L))));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void keepsTheOrderOfDependencies(String roadmap, LocalDate today) {
        Random random = new Random(SEED + today.toEpochDay());
        OpenTerms all = open(roadmap, today, activity -> true);
        OpenTerms half = open(roadmap, today, activity -> random.nextBoolean());
        for (CatchUp days : catchUps(all, today, random)) {
            check(all, today, days, List.of());
            check(half, today, days, decisions(half, today, random));
        }
    }

    /** What the plan puts one after the other stays so, whatever is drawn between them. */
    @ParameterizedTest
    @MethodSource("starts")
    void keepsTheOrderOfThePaper(String roadmap, LocalDate today) {
        OpenTerms open = open(roadmap, today, activity -> true);
        for (CatchUp days : catchUps(open, today, new Random(SEED + today.toEpochDay()))) {
            Map<String, LocalDate> proposed = new HashMap<>();
            open.propose(days, List.of())
                    .forEach(row -> proposed.put(row.term().activity().item(), row.due()));
            List<OpenTerm> byPlan = open.all().stream()
                    .filter(row -> open.needs(row, List.of()).stream()
                            .noneMatch(need -> need.due().isAfter(row.due())))
                    .sorted(Comparator.comparing(OpenTerm::due))
                    .toList();
            Map<String, LocalDate> own = new HashMap<>();
            open.all().forEach(row -> own.put(row.activity().item(), byItself(row, days)));
            List<LocalDate> moved = byPlan.stream()
                    .map(row -> row.activity().item())
                    .filter(item -> own.get(item).equals(proposed.getOrDefault(item, own.get(item))))
                    .map(own::get)
                    .toList();
            assertThat(moved).isSorted();
            assertThat(byPlan)
                    .as("whatever is not where time alone puts it is behind what it needs")
                    .allMatch(row -> proposed.getOrDefault(row.activity().item(), row.due())
                                    .equals(own.get(row.activity().item()))
                            || open.needs(row, List.of()).stream()
                                    .map(need -> need.activity().item())
                                    .anyMatch(need -> own.get(need)
                                                    .isAfter(own.get(
                                                            row.activity().item()))
                                            || !own.get(need).equals(proposed.getOrDefault(need, own.get(need)))));
        }
    }

    private static LocalDate byItself(OpenTerm row, CatchUp days) {
        LocalDate moved = days.of(row.due());
        return moved.equals(row.due()) ? moved : WorkingDays.onOrAfter(moved);
    }

    private static List<CatchUp> catchUps(OpenTerms open, LocalDate today, Random random) {
        LocalDate soon = today.plusDays(random.nextInt(100));
        return Stream.of(
                        open.catchUp(),
                        open.catchUp(today, today.plusDays(1), List.of()),
                        open.catchUp(soon, soon.plusDays(1L + random.nextInt(60)), List.of()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static void check(OpenTerms open, LocalDate today, CatchUp days, List<TermDecision> decided) {
        Map<String, LocalDate> proposed = new HashMap<>();
        open.propose(days, decided).forEach(row -> {
            assertThat(row.due()).isAfter(row.term().due()).isBetween(today, LAST);
            assertThat(WorkingDays.isWorking(row.due()))
                    .as("%s works", row.due())
                    .isTrue();
            proposed.put(row.term().activity().item(), row.due());
        });
        Map<String, LocalDate> changed = new HashMap<>(proposed);
        Set<String> byHand = new HashSet<>();
        decided.forEach(decision -> {
            byHand.add(decision.roadmapItem());
            if (decision.choice() == Choice.MOVE) {
                changed.put(decision.roadmapItem(), decision.date());
            }
        });

        assertThat(proposed.keySet()).noneMatch(byHand::contains);
        for (OpenTerm row : open.all()) {
            String item = row.activity().item();
            if (byHand.contains(item)) {
                continue;
            }
            assertThat(!open.hasPassed(row) || proposed.containsKey(item))
                    .as("%s has passed and moves", item)
                    .isTrue();
            for (OpenTerm need : open.needs(row, decided)) {
                LocalDate needed = changed.getOrDefault(need.activity().item(), need.due());
                boolean inPlan = !need.due().isAfter(row.due());
                if (changed.containsKey(need.activity().item()) || inPlan) {
                    assertThat(changed.getOrDefault(item, row.due()))
                            .as(
                                    "%s does not end before %s",
                                    item, need.activity().item())
                            .isAfterOrEqualTo(needed);
                }
            }
        }
    }

    /** What a person might decide about a fifth of the rows. */
    private static List<TermDecision> decisions(OpenTerms open, LocalDate today, Random random) {
        return open.all().stream()
                .filter(row -> random.nextInt(5) == 0)
                .map(row -> new TermDecision(
                        row.activity().item(),
                        Choice.values()[random.nextInt(Choice.values().length)],
                        other(row.due(), today.plusDays(random.nextInt(60))),
                        null,
                        null))
                .toList();
    }

    private static LocalDate other(LocalDate due, LocalDate day) {
        return day.equals(due) ? day.plusDays(1) : day;
    }

    private static OpenTerms open(String id, LocalDate today, Predicate<RoadmapActivity> still) {
        Roadmap roadmap = ShippedRoadmaps.get(id);
        RoadmapCalendar calendar = new RoadmapCalendar(roadmap, YEAR, activity -> Optional.empty());
        List<OpenTerm> open = roadmap.stages().stream()
                .flatMap(stage -> stage.activities().stream()
                        .filter(still)
                        .map(activity -> new OpenTerm(
                                stage, activity, calendar.due(activity).toLocalDate())))
                .toList();
        return new OpenTerms(open, roadmap, YEAR, today);
    }
}

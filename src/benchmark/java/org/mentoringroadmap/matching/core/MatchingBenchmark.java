package org.mentoringroadmap.matching.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Our solver beside JGraphT and OR-Tools, each in JVMs of its own. Ours and OR-Tools take turns, so that
 * a busy machine is busy for both; JGraphT runs once, on large problems without a warm-up.
 * Prints a
 * table of medians of processor time; asserts nothing but equal results, since machines differ. Not among the tests of the build:
 *
 * <pre>mvn test -Pbenchmark -Dtest=MatchingBenchmark -Djacoco.skip</pre>
 *
 * {@code -Dbenchmark.shapes=SCHOOL,TOWN} measures some shapes only.
 */
class MatchingBenchmark {
    private static final int TURNS = 3;
    private static final Map<Shape, Integer> SHOTS =
            Map.of(Shape.SCHOOL, 400, Shape.TOWN, 20, Shape.REGION, 4, Shape.SHORTLISTS, 4);
    private static final double NANOS = 1e6;
    private static final double MEGA = 1_048_576;

    private final Map<Shape, Map<String, Result>> results = new EnumMap<>(Shape.class);

    private record Result(double millis, double megabytes) {}

    @Test
    void solvers() throws RunnerException {
        String shapes = System.getProperty("benchmark.shapes", "SCHOOL,TOWN,SHORTLISTS,REGION");
        for (String name : shapes.split(",")) {
            Shape shape = Shape.valueOf(name);
            int shots = SHOTS.get(shape);
            Map<String, List<Result>> turns = new TreeMap<>();
            for (int turn = 0; turn < TURNS; turn++) {
                measure(shape, "own|orTools", shots, turns);
            }
            measure(shape, "jGraphT", shape == Shape.SCHOOL ? shots : shape == Shape.TOWN ? 1 : 0, turns);
            Map<String, Result> medians = new TreeMap<>();
            turns.forEach((contender, runs) -> medians.put(contender, median(runs)));
            results.put(shape, medians);
            System.out.println(table());
        }
    }

    private static void measure(Shape shape, String contenders, int warmUp, Map<String, List<Result>> turns)
            throws RunnerException {
        Collection<RunResult> runs = new Runner(new OptionsBuilder()
                        .include("Contenders\\.(" + contenders + ")$")
                        .param("shape", shape.name())
                        .forks(1)
                        .jvmArgs("-Xmx6g")
                        .warmupIterations(warmUp)
                        .measurementIterations(Math.max(1, warmUp))
                        .timeout(TimeValue.minutes(30))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
        for (RunResult run : runs) {
            long shots = run.getPrimaryResult().getStatistics().getN();
            double millis = secondary(run, "nanos") / NANOS / shots;
            double megabytes = secondary(run, "gc.alloc.rate.norm") / MEGA;
            turns.computeIfAbsent(run.getPrimaryResult().getLabel(), key -> new ArrayList<>())
                    .add(new Result(millis, megabytes));
        }
    }

    private static double secondary(RunResult run, String name) {
        return run.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findAny()
                .orElseThrow();
    }

    private static Result median(List<Result> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(Result::millis))
                .toList()
                .get(runs.size() / 2);
    }

    private String table() {
        StringBuilder table =
                new StringBuilder("\n| Problem | Ours | OR-Tools | JGraphT | Allocated: ours | JGraphT |\n");
        results.forEach((shape, medians) -> {
            Result own = medians.get("own");
            Result orTools = medians.get("orTools");
            Result jGraphT = medians.get("jGraphT");
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f ms | %.1f ms (ours %.2f ×) | %.0f ms (ours %.3f ×) | %.1f MB | %.0f MB |%n",
                    shape,
                    own.millis(),
                    orTools.millis(),
                    own.millis() / orTools.millis(),
                    jGraphT.millis(),
                    own.millis() / jGraphT.millis(),
                    own.megabytes(),
                    jGraphT.megabytes()));
        });
        return table.toString();
    }
}

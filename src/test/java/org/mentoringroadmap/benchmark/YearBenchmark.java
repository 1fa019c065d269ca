package org.mentoringroadmap.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * A whole year of the target model through our application, beside the same models on a bare engine, on two databases and
 * with three numbers of pairs. Prints a table; asserts nothing, since machines differ. Not among the tests of the build:
 *
 * <pre>mvn test -Dtest=YearBenchmark -Djacoco.skip</pre>
 */
class YearBenchmark {
    private static final String ROW =
            "| %s | %d | %d / %d | %.1f / %.1f (%.2f ×) | %.1f / %.1f (%.2f ×) | %d, %.0f /s |%n";

    @Test
    void wholeYear() {
        int[] sizes = Arrays.stream(
                        System.getProperty("benchmark.pairs", "3,40,300").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        measure(BenchmarkDatabase::h2, 3); // warms the JVM
        StringBuilder table =
                new StringBuilder("\n| Database | Pairs | Tasks ours / bare | Statements per task ours / bare"
                        + " | Seconds without rendering ours / bare | Documents |\n|---|---|---|---|---|---|\n");
        for (int pairs : sizes) {
            table.append(measure(BenchmarkDatabase::h2, pairs));
            table.append(measure(BenchmarkDatabase::postgres, pairs));
        }
        System.out.println(table);
    }

    private static String measure(Supplier<BenchmarkDatabase> database, int pairs) {
        YearResult bare;
        try (BenchmarkDatabase fresh = database.get()) {
            bare = new BareYear(fresh, pairs).run();
        }
        try (BenchmarkDatabase fresh = database.get()) {
            YearResult ours = new OurYear(fresh, pairs).run();
            return String.format(
                    Locale.ROOT,
                    ROW,
                    fresh.name(),
                    pairs,
                    ours.tasks(),
                    bare.tasks(),
                    ours.statementsPerTask(),
                    bare.statementsPerTask(),
                    ours.statementsPerTask() / bare.statementsPerTask(),
                    ours.secondsWithoutRendering(),
                    bare.secondsWithoutRendering(),
                    ours.secondsWithoutRendering() / bare.secondsWithoutRendering(),
                    ours.documents(),
                    ours.documentsPerSecond());
        }
    }
}

package org.mentoringroadmap.matching.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored problems with known optima; the first line of a file says the optimum and the format. */
class FixturesTest {
    private static final Pattern OPTIMUM = Pattern.compile("matched (\\d+) cost (\\d+)");
    private static final double SCALE = 1_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"c100x40-dense.txt", "c1000x300-top30.txt"})
    void theKnownOptimumIsFound(String file) throws IOException {
        String text = read(file);
        Matcher optimum = OPTIMUM.matcher(text);
        assertThat(optimum.find()).isTrue();
        int matched = Integer.parseInt(optimum.group(1));
        BigDecimal total = BigDecimal.valueOf(matched).subtract(new BigDecimal(optimum.group(2)).movePointLeft(6));

        MatchingProblem problem = problem(text.substring(text.indexOf('\n') + 1));

        assertThat(Value.of(Solver.solve(problem))).isEqualTo(new Value(matched, total));
        assertThat(Value.of(Solver.solve(problem, 0))).isEqualTo(new Value(matched, total));
        assertThat(Value.of(Solver.solve(problem, Integer.MAX_VALUE))).isEqualTo(new Value(matched, total));
    }

    private static MatchingProblem problem(String text) {
        int[] numbers = Arrays.stream(text.trim().split("\\s+"))
                .mapToInt(Integer::parseInt)
                .toArray();
        int mentees = numbers[0];
        int mentors = numbers[1];
        int pairs = numbers[2];
        ProblemBuilder builder = MatchingProblem.builder();
        for (int mentee = 0; mentee < mentees; mentee++) {
            builder.mentee("m" + mentee);
        }
        int at = 3;
        for (int mentor = 0; mentor < mentors; mentor++) {
            builder.mentor("t" + mentor, numbers[at++]);
        }
        for (int pair = 0; pair < pairs; pair++) {
            builder.allow("m" + numbers[at++], "t" + numbers[at++], 1 - numbers[at++] / SCALE);
        }
        assertThat(at).isEqualTo(numbers.length);
        return builder.build();
    }

    private static String read(String file) throws IOException {
        try (InputStream in = FixturesTest.class.getResourceAsStream("/matching/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}

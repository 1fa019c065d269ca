package org.mentoringroadmap.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A refusal may name people to the person who asked; what is written anywhere else knows its code only. */
class UserInputExceptionTest {
    private static final String NAME = "Выдумкин Пётр";

    static Stream<UserInputException> refusals() {
        return Stream.of(
                new UserInputException("some.code", NAME),
                new ConflictException("some.code", NAME),
                new NotFoundException("some.code", NAME),
                new ForbiddenException("some.code", NAME));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysOfItselfNothingButItsCode(UserInputException refusal) {
        StringWriter trace = new StringWriter();
        new RuntimeException("A job has failed", refusal).printStackTrace(new PrintWriter(trace));

        assertThat(refusal).hasMessage("some.code");
        assertThat(refusal.arguments()).containsExactly(NAME);
        assertThat(trace.toString()).contains("some.code").doesNotContain(NAME);
    }
}

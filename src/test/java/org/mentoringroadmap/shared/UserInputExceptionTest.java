package org.mentoringroadmap.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
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
    void saysOfItselfNothingButItsCode(UserInputException refusal) throws Exception {
        StringWriter trace = new StringWriter();
        new RuntimeException("A job has failed", refusal).printStackTrace(new PrintWriter(trace));

        assertThat(refusal).hasMessage("some.code");
        assertThat(refusal.arguments()).containsExactly(NAME);
        assertThat(trace.toString()).contains("some.code").doesNotContain(NAME);
        assertThat(written(refusal)).doesNotContain(NAME);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isStillARefusalWhenItWasWrittenAndRead(UserInputException refusal) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(refusal);
        UserInputException read =
                (UserInputException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(read.code()).isEqualTo("some.code");
        assertThat(read.arguments()).isEmpty();
    }

    private static String written(UserInputException refusal) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(refusal);
        return bytes.toString("UTF-8");
    }
}

package org.mentoringroadmap.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailuresTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53100", "53300", "90098", "90067", "90031"})
    void theWayToTheDatabaseIsBroken(String state) {
        SQLException broken = new SQLException("text", state);
        assertThat(DatabaseFailures.isAway(new IllegalStateException(new RuntimeException(broken))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "42601", "57014", "50200"})
    void whatWasAskedIsWrong(String state) {
        assertThat(DatabaseFailures.isAway(new IllegalStateException(new SQLException("text", state))))
                .isFalse();
    }

    @Test
    void aPoolWithoutAFreeConnectionIsOneMoreBrokenWay() {
        assertThat(DatabaseFailures.isAway(new SQLTransientConnectionException("timed out")))
                .isTrue();
    }

    @Test
    void anythingElseIsNot() {
        assertThat(DatabaseFailures.isAway(new IllegalStateException("08001"))).isFalse();
    }

    @Test
    void aBriefWordNamesNoData() {
        SQLException failure = new SQLException("values ('Иванов')", "23505");
        assertThat(DatabaseFailures.brief(new IllegalStateException("Иванов", failure)))
                .isEqualTo("SQLException, SQL state 23505");
        assertThat(DatabaseFailures.brief(new IllegalStateException("Иванов"))).isEqualTo("IllegalStateException");
    }
}

package org.mentoringroadmap.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class H2StatisticsTest {
    /** What H2 takes for granted of a column that it has not looked at. */
    private static final int UNKNOWN = 50;

    @Autowired
    private H2Statistics statistics;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aTableOfASmallSchool() {
        jdbc.sql("create table many_of_one (id bigint primary key, school varchar(40))")
                .update();
        statistics.refresh();
    }

    @AfterEach
    void dropIt() {
        jdbc.sql("drop table many_of_one").update();
    }

    @Test
    void aTableIsAnalysedWhenItHasGrownAndNotBefore() {
        add(1, 20);
        statistics.refresh();
        assertThat(selectivity()).as("a few rows are read quickly by any plan").isEqualTo(UNKNOWN);

        add(21, 400);
        statistics.refresh();
        assertThat(selectivity()).as("all are of one school").isLessThan(5);

        jdbc.sql("alter table many_of_one alter column school selectivity 50").update();
        add(401, 450);
        statistics.refresh();
        assertThat(selectivity()).as("not looked at again for a few more").isEqualTo(UNKNOWN);
        add(451, 900);
        statistics.refresh();
        assertThat(selectivity()).as("looked at again when it has doubled").isLessThan(5);
    }

    private void add(int from, int to) {
        jdbc.sql("insert into many_of_one select x, 'one' from system_range(?, ?)")
                .params(from, to)
                .update();
    }

    private int selectivity() {
        return jdbc.sql("select selectivity from information_schema.columns where table_name = 'MANY_OF_ONE'"
                        + " and column_name = 'SCHOOL'")
                .query(Integer.class)
                .single();
    }
}

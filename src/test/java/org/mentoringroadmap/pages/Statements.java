package org.mentoringroadmap.pages;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What H2 was asked while something was done, counted by the database itself, so that the engine's, Hibernate's and our own
 * statements are all in it.
 *
 * @param executions how often each text was run; lists of values of different length are one text
 * @param rows how many rows came back
 * @param slowest text of the statement that took longest
 */
record Statements(Map<String, Long> executions, long rows, String slowest) {
    /** Ends of transactions, and what the watch and the statistics of the database ask meanwhile. */
    private static final Pattern BESIDE = Pattern.compile(
            "^(set|commit|rollback|savepoint|analyze)\\b|^select 1$|information_schema\\.tables",
            Pattern.CASE_INSENSITIVE);

    /** Something that asks the database. */
    interface Work {
        void run() throws Exception;
    }

    static Statements of(JdbcClient jdbc, Work work) throws Exception {
        jdbc.sql("set query_statistics_max_entries 10000").update();
        jdbc.sql("set query_statistics true").update();
        try {
            work.run();
            return read(jdbc);
        } finally {
            jdbc.sql("set query_statistics false").update();
        }
    }

    private static Statements read(JdbcClient jdbc) {
        Map<String, Long> executions = new TreeMap<>();
        long[] rows = {0};
        String[] slowest = {""};
        jdbc.sql("select sql_statement, execution_count, cumulative_row_count"
                        + " from information_schema.query_statistics order by cumulative_execution_time")
                .query(row -> {
                    String text = row.getString(1).strip();
                    if (!BESIDE.matcher(text).find()) {
                        executions.merge(alike(text), row.getLong(2), Long::sum);
                        rows[0] += row.getLong(3);
                        slowest[0] = text;
                    }
                });
        return new Statements(executions, rows[0], slowest[0]);
    }

    private static String alike(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\(\\s*\\?[\\s\\d,?]*\\)", "(?…)");
    }

    long total() {
        return executions.values().stream().mapToLong(Long::longValue).sum();
    }
}

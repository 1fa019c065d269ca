package org.mentoringroadmap.platform.operation;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets H2 know how its tables are filled. By itself it looks at a table only after 2 000 changes since it was opened, so in
 * a small school it plans as if nothing had been entered. Here a table is looked at soon after the start and whenever it
 * has grown or shrunk by half, so after an import too: within a minute, on a thread and a connection of its own. PostgreSQL
 * does this itself.
 */
@Component
@ConditionalOnExpression("'${spring.datasource.url}'.startsWith('jdbc:h2:')")
class H2Statistics {
    private static final Logger LOG = LoggerFactory.getLogger(H2Statistics.class);
    /** Fewer rows are read quickly by any plan. */
    private static final long FEW = 100;

    private final JdbcClient jdbc;

    /** Rows that a table had when it was looked at last. */
    private final Map<String, Long> known = new HashMap<>();

    private boolean failed;

    H2Statistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks at the tables that are not any more what they were; costs one small query where there are none. */
    @Scheduled(
            initialDelayString = "${mentoring.statistics.first-after}",
            fixedDelayString = "${mentoring.statistics.every}")
    synchronized void refresh() {
        try {
            rows().forEach((table, rows) -> {
                long before = known.getOrDefault(table, 0L);
                if (Math.abs(rows - before) > Math.max(FEW, before / 2)) {
                    jdbc.sql("analyze table \"" + table + "\"").update();
                    known.put(table, rows);
                }
            });
            failed = false;
        } catch (DataAccessException e) {
            if (!failed) { // a database that is away is told of elsewhere, and not every minute
                LOG.warn("The tables were not analysed", e);
            }
            failed = true;
        }
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new HashMap<>();
        jdbc.sql("select table_name, row_count_estimate from information_schema.tables"
                        + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'")
                .query(row -> {
                    rows.put(row.getString(1), row.getLong(2));
                });
        return rows;
    }
}

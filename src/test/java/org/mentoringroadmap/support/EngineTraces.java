package org.mentoringroadmap.support;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks through every column of every table of the engine for what must not be there. */
public final class EngineTraces {
    private EngineTraces() {}

    /**
     * Tables and columns whose content holds a text, {@code <TABLE>.<COLUMN>}; bytes are read as text of each encoding
     * that Java and the engine write. What was deployed is left out, since models name the same values as people type.
     *
     * @param tables which tables to look at, by their names in capitals
     */
    public static List<String> of(JdbcTemplate jdbc, Predicate<String> tables, Predicate<String> found) {
        List<String> traces = new ArrayList<>();
        for (String table : jdbc.queryForList(
                "select table_name from information_schema.tables where upper(table_name) like 'ACT!_%' escape '!'",
                String.class)) {
            if (!tables.test(table.toUpperCase())) {
                continue;
            }
            String where = table.equalsIgnoreCase("ACT_GE_BYTEARRAY") ? " where DEPLOYMENT_ID_ is null" : "";
            jdbc.query("select * from " + table + where, row -> {
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    if (holds(row, column, found)) {
                        traces.add(table + "." + row.getMetaData().getColumnName(column));
                    }
                }
            });
        }
        return traces;
    }

    private static boolean holds(ResultSet row, int column, Predicate<String> found) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> holds(row.getString(column), found);
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> holds(row.getBytes(column), found);
            default -> false;
        };
    }

    private static boolean holds(byte[] bytes, Predicate<String> found) {
        return bytes != null
                && (found.test(new String(bytes, StandardCharsets.UTF_8))
                        || found.test(new String(bytes, StandardCharsets.UTF_16BE))
                        || found.test(new String(bytes, StandardCharsets.UTF_16LE)));
    }

    private static boolean holds(String text, Predicate<String> found) {
        return text != null && found.test(text);
    }
}

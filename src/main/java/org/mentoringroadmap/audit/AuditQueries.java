package org.mentoringroadmap.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The acts for those who answer for them: an administrator reads all, a director those of the own school. Read by key, the
 * newest first, so that it costs the same however long the table is.
 */
@Service
@Transactional(readOnly = true)
public class AuditQueries implements PageAccess {
    private static final Role[] READERS = {Role.ADMINISTRATOR, Role.DIRECTOR};

    /** More acts are not handed out in one file. */
    public static final int MAX_EXPORTED = 100_000;

    private static final int PORTION = 1000;
    private static final int MAX_PAGE = 500;

    /**
     * A page of acts.
     *
     * @param next the key before which the next page begins; null on the last one
     */
    public record Found(List<AuditRow> rows, Long next) {}

    private final JdbcClient jdbc;
    private final CurrentUser user;

    AuditQueries(JdbcClient jdbc, CurrentUser user) {
        this.jdbc = jdbc;
        this.user = user;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of("/audit", () -> Arrays.stream(READERS).anyMatch(user::has));
    }

    /**
     * Acts that fit, the newest first.
     *
     * @param before only acts with smaller keys; null for the newest
     * @param size how many at most, up to 500
     * @throws ForbiddenException {@code role.required} for who is neither director nor administrator
     * @throws UserInputException {@code audit.what}
     */
    public Found find(AuditFilter filter, Long before, int size) {
        user.require(READERS);
        int most = Math.max(1, Math.min(size, MAX_PAGE));
        List<AuditRow> rows = read(filter, before, most + 1);
        return rows.size() > most
                ? new Found(rows.subList(0, most), rows.get(most - 1).id())
                : new Found(rows, null);
    }

    /**
     * Hands over all acts that fit, the newest first.
     *
     * @return how many
     * @throws ForbiddenException {@code role.required}
     * @throws UserInputException {@code audit.what}, {@code audit.too-many}
     */
    public int each(AuditFilter filter, Consumer<AuditRow> row) {
        user.require(READERS);
        int handed = 0;
        Long before = null;
        List<AuditRow> portion;
        do {
            portion = read(filter, before, PORTION);
            handed += portion.size();
            if (handed > MAX_EXPORTED) {
                throw new UserInputException("audit.too-many", String.valueOf(MAX_EXPORTED));
            }
            portion.forEach(row);
            before = portion.isEmpty() ? null : portion.get(portion.size() - 1).id();
        } while (portion.size() == PORTION);
        return handed;
    }

    private List<AuditRow> read(AuditFilter filter, Long before, int most) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (!user.has(Role.ADMINISTRATOR)) {
            List<String> own = user.schoolIds();
            add(conditions, values, "school_id in (:schools)", "schools", own.isEmpty() ? List.of("") : own);
        }
        if (before != null) {
            add(conditions, values, "id < :before", "before", before);
        }
        if (filter.from() != null) {
            add(
                    conditions,
                    values,
                    "recorded_at >= :from",
                    "from",
                    filter.from().atStartOfDay());
        }
        if (filter.to() != null) {
            add(
                    conditions,
                    values,
                    "recorded_at < :to",
                    "to",
                    filter.to().plusDays(1).atStartOfDay());
        }
        if (!filter.who().isEmpty()) {
            add(conditions, values, "account = :who", "who", filter.who());
        }
        filter.acts().ifPresent(acts -> add(conditions, values, "act in (:acts)", "acts", acts));
        if (filter.thing() != null) {
            add(conditions, values, "concerns = :thing", "thing", filter.thing().name());
        }
        if (!filter.id().isEmpty()) {
            add(conditions, values, "concerns_id = :id", "id", filter.id());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return jdbc.sql("select * from audit_record" + where + " order by id desc limit " + most)
                .params(values)
                .query(AuditQueries::row)
                .list();
    }

    private static void add(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private static AuditRow row(ResultSet row, int number) throws SQLException {
        String thing = row.getString("concerns");
        return new AuditRow(
                row.getLong("id"),
                row.getObject("recorded_at", LocalDateTime.class),
                row.getString("account"),
                row.getString("address"),
                row.getString("school_id"),
                AuditAct.valueOf(row.getString("act")),
                thing == null ? null : AuditThing.valueOf(thing),
                row.getString("concerns_id"),
                row.getObject("amount", Integer.class),
                AuditRecords.read(row.getString("facts")));
    }
}

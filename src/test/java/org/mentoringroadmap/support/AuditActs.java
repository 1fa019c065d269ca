package org.mentoringroadmap.support;

import java.util.List;
import org.mentoringroadmap.shared.AuditThing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names of the acts that the audit trail has, the first one first. */
public final class AuditActs {
    private AuditActs() {}

    /** What an account has done. */
    public static List<String> of(JdbcClient jdbc, String login) {
        return jdbc.sql("select act from audit_record where account = ? order by id")
                .param(login)
                .query(String.class)
                .list();
    }

    /** What was done about a thing. */
    public static List<String> about(JdbcClient jdbc, AuditThing thing, Object id) {
        return jdbc.sql("select act from audit_record where concerns = ? and concerns_id = ? order by id")
                .params(thing.name(), id.toString())
                .query(String.class)
                .list();
    }
}

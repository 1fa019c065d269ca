package org.mentoringroadmap.programme;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one transaction at a time decide something about a whole programme: of two classes that tick last at the same
 * moment, each would otherwise take the other for missing. A row lock, since several nodes share the database.
 */
@Component
public class ProgrammeLock {
    private final JdbcClient jdbc;

    ProgrammeLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for its turn; holds until the transaction ends. Called before anything else is written. */
    public void take(Long programmeId) {
        jdbc.sql("select id from programme where id = ? for update")
                .param(programmeId)
                .query(Long.class)
                .optional();
    }
}

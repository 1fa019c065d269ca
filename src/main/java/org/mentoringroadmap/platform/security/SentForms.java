package org.mentoringroadmap.platform.security;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which forms were sent, and what came of each. All nodes share it. Every statement is a transaction of its own, made
 * while the request holds no connection.
 */
@Component
class SentForms {
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final int MAX_LOCATION = 2_000;

    private final JdbcClient database;
    private final AtomicReference<Instant> nextCleaning = new AtomicReference<>(Instant.EPOCH);

    SentForms(JdbcClient database) {
        this.database = database;
    }

    /**
     * Where a form has led.
     *
     * @param status of the redirect; null as long as the first request is at work
     */
    record Outcome(Integer status, String location) {
        boolean isKnown() {
            return status != null;
        }
    }

    /** Takes a form for the request that asks; false if an equal request has it. */
    boolean take(String id) {
        clean();
        try {
            database.sql("insert into form_key (id, created_at) values (:id, :now)")
                    .param("id", id)
                    .param("now", Timestamp.from(Instant.now()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** What an equal request has made; empty when it has made nothing and the form is free again. */
    Optional<Outcome> find(String id) {
        return database.sql("select status, location from form_key where id = :id")
                .param("id", id)
                .query((row, number) -> new Outcome(row.getObject("status", Integer.class), row.getString("location")))
                .optional();
    }

    /** Remembers where the form has led. */
    void done(String id, int status, String location) {
        if (location.length() > MAX_LOCATION) {
            free(id);
            return;
        }
        database.sql("update form_key set status = :status, location = :location where id = :id")
                .param("status", status)
                .param("location", location)
                .param("id", id)
                .update();
    }

    /** Gives the form back: nothing was made, an equal request may try. */
    void free(String id) {
        database.sql("delete from form_key where id = :id").param("id", id).update();
    }

    private void clean() {
        Instant now = Instant.now();
        Instant due = nextCleaning.get();
        if (now.isAfter(due) && nextCleaning.compareAndSet(due, now.plus(BETWEEN_CLEANINGS))) {
            database.sql("delete from form_key where created_at < :before")
                    .param("before", Timestamp.from(now.minus(REMEMBERED)))
                    .update();
        }
    }
}

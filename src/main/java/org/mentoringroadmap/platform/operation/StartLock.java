package org.mentoringroadmap.platform.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nodes on one PostgreSQL database start one after the other: what makes tables, ships models and brings the first
 * accounts need not mind another node that does the same. A node that dies while it starts gives the lock back with its
 * connection. The file of H2 admits one process anyway.
 */
@Component
class StartLock implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(StartLock.class);

    /** Any number that nobody else uses in this database; Flyway locks other ones. */
    private static final long KEY = 0x6d656e746f72L;

    private Connection holder;

    StartLock(PlainConnections connections) throws SQLException {
        if (!connections.isPostgres()) {
            return;
        }
        holder = connections.open();
        try {
            if (!taken("select pg_try_advisory_lock(?)")) {
                LOG.info("Another node is starting on this database; this one waits for it");
                taken("select pg_advisory_lock(?) is null");
            }
        } catch (SQLException e) {
            release();
            throw e;
        }
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void started(ApplicationReadyEvent ready) {
        release();
    }

    @Override
    public void destroy() {
        release();
    }

    private boolean taken(String sql) throws SQLException {
        try (PreparedStatement lock = holder.prepareStatement(sql)) {
            lock.setLong(1, KEY);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private synchronized void release() {
        if (holder != null) {
            Quietly.close(holder);
            holder = null;
        }
    }
}

package org.mentoringroadmap.platform.engine;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import javax.sql.DataSource;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with fewer connections than work at the same time: jobs would take them all, and people would wait for
 * jobs.
 */
@Component
class EnoughConnections {
    /** The one that looks for jobs, the one that tells how far imports are, and one for people. */
    private static final int BESIDE_JOBS = 3;

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /** @throws TooFewConnections saying what to set */
    EnoughConnections(DataSource database, CamundaBpmProperties engine, MessageSource messages) {
        HikariConfigMXBean pool =
                DataSourceUnwrapper.unwrap(database, HikariConfigMXBean.class, HikariDataSource.class);
        int jobs = engine.getJobExecution().getMaxPoolSize();
        int needed = jobs + BESIDE_JOBS;
        if (pool != null && pool.getMaximumPoolSize() < needed) {
            throw new TooFewConnections(
                    messages.getMessage("connections.too-few", new Object[] {pool.getMaximumPoolSize(), jobs}, RUSSIAN),
                    messages.getMessage("connections.action", new Object[] {needed}, RUSSIAN));
        }
    }
}

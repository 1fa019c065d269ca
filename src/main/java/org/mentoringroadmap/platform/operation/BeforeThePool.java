package org.mentoringroadmap.platform.operation;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.stereotype.Component;

/**
 * The pool of connections, and with it everything that reads or makes tables, comes after the lock of the start and
 * after the watch, and ends before them.
 */
@Component
class BeforeThePool extends AbstractDependsOnBeanFactoryPostProcessor {
    BeforeThePool() {
        super(DataSource.class, StartLock.class, DatabaseWatch.class);
    }
}

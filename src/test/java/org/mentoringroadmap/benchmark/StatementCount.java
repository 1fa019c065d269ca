package org.mentoringroadmap.benchmark;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts the statements that go to a database; every element of a batch is one. */
final class StatementCount implements QueryExecutionListener {
    private final AtomicLong statements = new AtomicLong();

    DataSource watch(DataSource database) {
        return ProxyDataSourceBuilder.create(database).listener(this).build();
    }

    long get() {
        return statements.get();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // counted when it has run
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        statements.addAndGet(Math.max(1, execution.getBatchSize()));
    }
}

package org.mentoringroadmap.shared;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Looks after a transaction at what it has changed: once for each programme, however often the transaction names it, and
 * only when the changes are in the database. The work opens a transaction of its own and answers for its own failures.
 */
public final class OncePerCommit {
    private final Consumer<Long> work;

    /** @param work what is done with each id that was named */
    public OncePerCommit(Consumer<Long> work) {
        this.work = work;
    }

    /** Names an id; without a running transaction the work is done at once. */
    public void name(Long id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.accept(id);
            return;
        }
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.named.add(id);
    }

    /** What one transaction has named. */
    private final class Pending implements TransactionSynchronization {
        private final Set<Long> named = new LinkedHashSet<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(OncePerCommit.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OncePerCommit.this, this);
        }

        @Override
        public void afterCommit() {
            named.forEach(work);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerCommit.this);
        }
    }
}

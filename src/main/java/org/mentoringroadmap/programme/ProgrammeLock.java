package org.mentoringroadmap.programme;

import org.mentoringroadmap.shared.RowLocks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one transaction at a time decide something about a whole programme: of two classes that tick last at the same
 * moment, each would otherwise take the other for missing. A row lock, since several nodes share the database. Nothing
 * that takes long is done under it: who computes does so before.
 */
@Component
public class ProgrammeLock {
    private final RowLocks rows;

    ProgrammeLock(RowLocks rows) {
        this.rows = rows;
    }

    /**
     * Proof that the running transaction holds the lock of a programme: what may only be done under the lock asks for it.
     * Only the lock makes one; it is not kept beyond the transaction.
     */
    public static final class Held {
        private final Long programmeId;

        private Held(Long programmeId) {
            this.programmeId = programmeId;
        }

        /** The programme that is held. */
        public Long programmeId() {
            return programmeId;
        }
    }

    /**
     * Waits for its turn; holds until the transaction ends. Called before anything else is written.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Held acquire(Long programmeId) {
        rows.select("select id from programme where id = ?")
                .param(programmeId)
                .query(Long.class)
                .optional();
        return new Held(programmeId);
    }
}

package org.mentoringroadmap.school;

import org.mentoringroadmap.shared.RowLocks;
import org.springframework.stereotype.Component;

/**
 * Lets one transaction at a time enter people of a whole school: two programmes that load the same list at the same moment
 * would otherwise each take everybody for new. A row lock, since several nodes share the database.
 */
@Component
public class SchoolLock {
    private final RowLocks rows;

    SchoolLock(RowLocks rows) {
        this.rows = rows;
    }

    /** Waits for its turn; holds until the transaction ends. Taken after the {@code ProgrammeLock}. */
    public void acquire(String schoolId) {
        rows.select("select id from school where id = ?")
                .param(schoolId)
                .query(String.class)
                .optional();
    }
}

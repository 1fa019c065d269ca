package org.mentoringroadmap.programme;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one transaction at a time enter people of a whole school: two programmes that load the same list at the same moment
 * would otherwise each take everybody for new. A row lock, since several nodes share the database.
 */
@Component
public class SchoolLock {
    private final JdbcClient jdbc;

    SchoolLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for its turn; holds until the transaction ends. Taken after the {@link ProgrammeLock}. An update that changes
     * nothing: unlike {@code for update} it lets others enter rows that refer to the school.
     */
    public void take(String schoolId) {
        jdbc.sql("update school set short_name = short_name where id = ?")
                .param(schoolId)
                .update();
    }
}

package org.mentoringroadmap.mentorship;

import java.util.Collection;
import java.util.List;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.shared.RowLocks;
import org.springframework.stereotype.Component;

/**
 * Lets one transaction at a time change a programme's pairs, or look at one pair and wait for its meeting. Row locks,
 * since several nodes share the database. Always taken in this order, programme then pair, and before anything else is
 * read or written.
 */
@Component
public class MentorshipLocks {
    private final ProgrammeLock programmes;
    private final RowLocks rows;

    MentorshipLocks(ProgrammeLock programmes, RowLocks rows) {
        this.programmes = programmes;
        this.rows = rows;
    }

    /** Waits for its turn with all pairs of a programme; holds until the transaction ends. */
    public ProgrammeLock.Held programme(Long programmeId) {
        return programmes.acquire(programmeId);
    }

    /** Waits for its turn with one pair; holds until the transaction ends. */
    public void pair(Long id) {
        pairs(List.of(id));
    }

    /** Waits for its turn with several pairs, always in the order of their ids; holds until the transaction ends. */
    public void pairs(Collection<Long> ids) {
        rows.select("select id from mentorship where id in (:ids) order by id")
                .param("ids", ids)
                .query(Long.class)
                .list();
    }
}

package org.mentoringroadmap.shared;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * Remembers who did what and when: the one place where acts are recorded. Who acts, from which address and in which school
 * is found out here; whoever calls says only what was done. What a page or a file shows is recorded by {@link Recorded} on
 * the method that answers it; everything else calls {@link #record} in the transaction of the act.
 */
public interface AuditTrail {
    /**
     * Records an act: in the running transaction, so that act and record are there together or not at all, or by itself
     * where none runs. What cannot be recorded fails, and the act with it.
     */
    void record(AuditEvent event);

    /**
     * Records an act of somebody who is not to fill the table by repeating it: nothing is written where the same act of
     * the same account from the same address was recorded not longer ago than this.
     */
    void recordSeldom(AuditEvent event, Duration notSince);

    /** Somebody who has read of a thing. */
    record Reading(LocalDateTime at, String login, AuditAct act) {}

    /** By whom an act was done last, for each thing that it was done to: logins by key of the thing; whoever asks. */
    Map<String, String> doers(AuditAct act);

    /** Who has read of a thing by itself and not as one of a list, the newest first; whoever asks. */
    List<Reading> readings(AuditThing thing, Long id, int max);
}

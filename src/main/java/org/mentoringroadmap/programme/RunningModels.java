package org.mentoringroadmap.programme;

import java.util.Map;
import java.util.Set;

/** Carries what runs for a programme over to other definitions of its models. */
public interface RunningModels {
    /** Ids of the processes of which something runs for the programme. */
    Set<String> running(Long programmeId);

    /**
     * Brings everything that runs of one process over to another definition of it: what has ended stays ended, what is open
     * stays open, and open tasks, also those in the blocks of activities, take the title, term and roles that the other
     * definition gives them.
     *
     * @param from id of the definition by which it runs
     * @param to id of the definition by which it goes on
     * @param numbers new number of an activity by its old one, for those that get another
     * @param switched called when the process is carried over and before tasks are read anew; puts the programme on the
     *     new definition
     * @throws NotCarriedOver when something that is open cannot go on there; the caller's transaction must not be kept
     */
    void carryOver(Programme programme, String from, String to, Map<String, String> numbers, Runnable switched);
}

package org.mentoringroadmap.programme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Carries what runs for a programme over to other definitions of its models. */
public interface RunningModels {
    /**
     * A block or another process that has begun.
     *
     * @param instance id of the instance
     * @param process id of the process
     * @param from id of the definition by which it runs
     * @param item item of the activity that it does; empty where it does none
     */
    record Begun(String instance, String process, String from, String item) {}

    /**
     * A parameter with which a block was begun and of which the models say something else.
     *
     * @param name as the model writes it
     * @param value what the models say
     * @param late whether the block has done something by the old value already
     */
    record Parameter(Begun block, String name, String value, boolean late) {}

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

    /**
     * What runs for the programme by another definition than these.
     *
     * @param newest id of a definition by the id of its process; other processes are left out
     */
    List<Begun> behind(Long programmeId, Map<String, String> newest);

    /**
     * Brings blocks and other processes over to another definition, which may ask for more parameters than they were begun
     * with; their open tasks are read anew.
     *
     * @param begun of one process
     * @throws NotCarriedOver when one of them cannot go on there; the caller's transaction must not be kept
     */
    void carryOver(Programme programme, List<Begun> begun, String to);

    /**
     * The parameters of which the models say something else than what runs for the programme was begun with.
     *
     * @param definition id of the definition by which each goes on
     */
    List<Parameter> parameters(Long programmeId, Function<Begun, String> definition);

    /** Gives blocks other values of their parameters; their open tasks are read anew. */
    void give(Programme programme, List<Parameter> parameters);
}

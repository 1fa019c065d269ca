package org.mentoringroadmap.activity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the application tells the process of an activity; the services have checked who asks. */
public interface ActivityProcess {
    /**
     * Whether the activity can be asked for anew: somebody ended it on its own page or class by class, so that nothing but
     * the record came of it.
     */
    boolean mayReopen(Long programmeId, String roadmapItem);

    /** Whether the roadmap has come to the activity, be it that nobody was asked for anything. */
    boolean hasBegun(Long programmeId, String roadmapItem);

    /**
     * Asks for the activity anew, for the same people and with the same term. What has begun behind it goes on.
     *
     * @return the open task; empty where it cannot be asked for anew
     */
    Optional<String> reopen(Long programmeId, String roadmapItem);

    /**
     * A place in a stage at which a programme waits for rows.
     *
     * @param id what the engine knows it by
     * @param items numbers of the rows, as the model writes them
     */
    record Wait(String id, List<String> items) {
        public Wait {
            items = List.copyOf(items);
        }
    }

    /**
     * A row that no way leads to any more.
     *
     * @param item its number
     * @param cause what the drawing says on the way that was taken instead
     */
    record Passed(String item, String cause) {}

    /**
     * Rows of stages that run, which an answer or an event has left out for good; recorded or not.
     *
     * @param stages keys of the processes of the stages
     */
    List<Passed> passed(Long programmeId, Set<String> stages);

    /** Keys of the processes of a programme that have ended. */
    Set<String> ended(Long programmeId);

    /** Where the programme waits for rows at this moment. */
    List<Wait> waits(Long programmeId);

    /**
     * Lets the programme go on at a place where it waits.
     *
     * @param waitId {@link Wait#id()}
     */
    void goOn(String waitId);
}

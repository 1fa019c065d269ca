package org.mentoringroadmap.activity;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the application tells the process of an activity; the services have checked who asks. */
public interface ActivityProcess {
    /**
     * A task that was done, of which nothing has come but what was recorded.
     *
     * @param instanceId process instance of the task
     * @param step id of the task in its model
     * @param name what was to do
     * @param login who did it
     * @param at when
     */
    record Done(
            Long programmeId,
            String roadmapItem,
            String instanceId,
            String step,
            String name,
            String login,
            LocalDateTime at) {}

    /**
     * The task of an activity that was done last, where it can be asked for anew: nothing but a record came of it. No paper
     * was made, nobody was invited, and no other task behind it was done.
     */
    Optional<Done> lastDone(Long programmeId, String roadmapItem);

    /** Tasks of that kind that an account has done since a moment, in whatever programme, the newest first. */
    List<Done> doneBy(String login, LocalDateTime since);

    /** Whether the roadmap has come to the activity, be it that nobody was asked for anything. */
    boolean hasBegun(Long programmeId, String roadmapItem);

    /**
     * Asks for the task that was done last anew, for the same people and with the same term. What has begun behind it goes on.
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

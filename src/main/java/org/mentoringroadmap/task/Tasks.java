package org.mentoringroadmap.task;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.Guarded;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;

/** The tasks of the running programmes, seen and changed with the rights of the acting account unless said otherwise. */
public interface Tasks {
    /**
     * Tasks that the acting account works on or may take and whose time has come, the earliest term first; no more than
     * {@code limit}. What has not begun, as {@link OpenTask#hasBegun} says, is work of later: {@link #mineAhead}.
     */
    @Guarded
    List<OpenTask> mine(int limit);

    /** How many tasks {@link #mine} would list without a limit. */
    long countMine();

    /** The same of those that begin later, the earliest beginning first; they can be done ahead. */
    @Guarded
    List<OpenTask> mineAhead(int limit);

    /** How many tasks {@link #mineAhead} would list without a limit. */
    long countMineAhead();

    /**
     * One task.
     *
     * @throws NotFoundException {@code task.unknown} when there is none, or the account may not see it
     */
    @Guarded
    OpenTask get(String taskId);

    /**
     * Makes the acting account the one who works on the task; a repeated claim by the same account is fine.
     *
     * @throws ForbiddenException {@code task.forbidden} when its role may not take it
     * @throws UserInputException {@code task.taken} when somebody else works on it
     */
    @Guarded
    void claim(String taskId);

    /**
     * Completes a task of the acting account with what was entered; listeners check and store it.
     *
     * @throws ForbiddenException {@code task.forbidden}
     * @throws UserInputException what the listeners refuse; nothing is stored then
     */
    @Guarded
    void complete(String taskId, Map<String, Object> input);

    /**
     * One task, whoever asks.
     *
     * @throws NotFoundException {@code task.unknown} when there is none
     */
    @Unguarded
    OpenTask anybodys(String taskId);

    /**
     * Gives the task to an account, whoever worked on it.
     *
     * @throws NotFoundException {@code task.unknown} when there is none
     */
    @Unguarded
    void assign(String taskId, String login);

    /** How many of the tasks that {@link #mine} would list without a limit have a term before this moment. */
    long countMineDueBefore(LocalDateTime moment);

    /** How many of them have a term from the first moment on and before the second. */
    long countMineDueBetween(LocalDateTime from, LocalDateTime before);

    /**
     * The open tasks of these programmes that have begun and whose term is before this moment, whoever asks, the earliest
     * term first.
     */
    @Unguarded
    List<OpenTask> dueBefore(Collection<Long> programmeIds, LocalDateTime moment, int limit);

    /** Those of them that have begun and whose term is from the first moment on and before the second, in the same order. */
    @Unguarded
    List<OpenTask> dueBetween(Collection<Long> programmeIds, LocalDateTime from, LocalDateTime before, int limit);

    /** How many tasks {@link #dueBefore} would list without a limit. */
    @Unguarded
    long countDueBefore(Collection<Long> programmeIds, LocalDateTime moment);

    /**
     * The open tasks of one activity, whoever asks, the earliest term first: those of its block and the one that stands in
     * the stage itself.
     *
     * @param elementId id of the activity's element in the model of its stage
     */
    @Unguarded
    List<OpenTask> ofActivity(Long programmeId, String roadmapItem, String elementId);

    /** The open tasks of these process instances, whoever asks, the earliest term first. */
    @Unguarded
    List<OpenTask> ofInstances(Collection<String> instanceIds);

    /** Every open task of a programme, whoever asks, the earliest term first; for overviews and for the deadline sweep. */
    @Unguarded
    default List<OpenTask> ofProgramme(Long programmeId) {
        return ofProgrammes(List.of(programmeId));
    }

    /** The same for several programmes, read together. */
    @Unguarded
    List<OpenTask> ofProgrammes(Collection<Long> programmeIds);

    /**
     * The term of an activity.
     *
     * @param start day from which it can be done; null where the roadmap names none
     * @param due its end
     */
    record Span(LocalDateTime start, LocalDateTime due) {}

    /**
     * Gives a new term to what runs for an item of the roadmap: its open tasks and those that its blocks will still
     * bring. A task with a term of its own keeps it, unless that has passed or would be later than the end of the new one.
     *
     * @param from the term so far
     * @param to the new term
     */
    @Unguarded
    void reschedule(Long programmeId, String roadmapItem, Span from, Span to);

    /**
     * Completes a task on behalf of the application, for example when the last class has ticked.
     *
     * @throws UserInputException what the listeners refuse
     */
    @Unguarded
    void completeBySystem(String taskId, Map<String, Object> input);
}

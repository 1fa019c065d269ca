package org.mentoringroadmap.mentorship;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.programme.Programme;

/** What the application tells the processes of pairs and of searches. Nothing is lost where none waits. */
public interface MentorshipProcess {
    /** Begins the work of a pair; its start marks the pair as running. */
    void start(Programme programme, Long pairId);

    /** A meeting of these pairs stands in the tables: whoever waits for it, or for any after a final one, goes on. */
    void meetingRecorded(Long programmeId, Collection<Long> pairIds, MeetingKind kind);

    /** Who holds the meetings has changed: the mentor's open task moves to the account; null takes it from everybody. */
    void mentorChanged(Long pairId, String account);

    /** The pair has parted. */
    void ended(Long pairId);

    /** The programme ends: pairs that still meet and searches that still go on end with it. */
    void programmeClosed(Long programmeId);

    /** The kinds of meetings that open tasks of a programme watch over. */
    Set<MeetingKind> watchedKinds(Long programmeId);

    /** Completes the open task that watches over a kind of meetings, where there is one. */
    void watched(Long programmeId, MeetingKind kind);

    /**
     * Which meetings a task watches over.
     *
     * @throws org.mentoringroadmap.shared.NotFoundException {@code task.unknown} when it is another task
     */
    MeetingKind watchedKind(String taskId);

    /** Begins the search for one mentee. */
    void startSearch(Programme programme, Long searchId);

    /** A mentor is found. */
    void found(Long searchId);

    /** The search is given up. */
    void stopped(Long searchId);

    /** Whether a task of the programme collects mentors' consents to their duties. */
    boolean collectsDuties(Long programmeId);

    /** Nobody's consent is missing: the open task that collects them, where there is one, is done. */
    void dutiesCollected(Long programmeId);

    /** Mentors are proposed to these searches: whoever waits for one goes on. */
    void mentorAppeared(Long programmeId, Collection<Long> searchIds);

    /** The proposal of a search is one no longer: the curator's task ends. */
    void proposalVoid(Long programmeId, Long searchId);

    /**
     * What instances of processes are about, by the instance.
     *
     * @param pairs pairs of meetings
     * @param searches searches for a mentor
     */
    record About(Map<String, Long> pairs, Map<String, Long> searches) {}

    /** What these instances are about; without those that have neither a pair nor a search. */
    About about(Collection<String> instanceIds);

    /** The open tasks about proposals of a programme, by search. */
    Map<Long, String> proposalTasks(Long programmeId);

    /**
     * Which search a task about a proposal belongs to.
     *
     * @throws org.mentoringroadmap.shared.NotFoundException {@code task.unknown} when it is another task
     */
    Long searchOf(String taskId);

    /** The psychologist has helped; the open task, where there is one, is done. */
    void supported(Long searchId);

    /** The open tasks of psychologists in a programme, by search. */
    Map<Long, String> supportTasks(Long programmeId);

    /** Nobody is left whom the psychologist could help: the task ends, and nothing is said to have been done. */
    void supportOver(String taskId);
}

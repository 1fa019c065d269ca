package org.mentoringroadmap.mentorship;

import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.springframework.stereotype.Component;

/** Closes the tasks that watch over meetings as soon as nothing is left to watch. */
@Component
public class MeetingTaskCompletion {
    private final MentorshipRepository repository;
    private final MeetingRepository meetings;
    private final MentorshipProcess process;

    MeetingTaskCompletion(MentorshipRepository repository, MeetingRepository meetings, MentorshipProcess process) {
        this.repository = repository;
        this.meetings = meetings;
        this.process = process;
    }

    /** Completes the tasks of a programme that have no meeting left to wait for. */
    public void completeFinished(Held programme) {
        Long programmeId = programme.programmeId();
        repository.flush();
        for (MeetingKind kind : process.watchedKinds(programmeId)) {
            if (isOver(programmeId, kind)) {
                process.watched(programmeId, kind);
            }
        }
    }

    /**
     * Whether every pair that still meets has had the meeting. Regular meetings and final ones are over when no pair
     * meets any more. Where no pair ever had one, a person has to say so.
     */
    boolean isOver(Long programmeId, MeetingKind kind) {
        boolean last = kind.repeats() || kind == MeetingKind.FINAL;
        long open = last
                ? repository.countByProgrammeIdAndState(programmeId, Mentorship.State.RUNNING)
                : meetings.countMissing(programmeId, kind);
        return open == 0
                && repository.countByProgrammeIdAndState(programmeId, Mentorship.State.FORMED) == 0
                && meetings.countHaving(programmeId, kind) > 0;
    }
}

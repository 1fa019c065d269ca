package org.mentoringroadmap.mentorship.meeting;

import java.util.Optional;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a mentor tells of a meeting in the task that the process has given to him or her. */
@Service
@Transactional
public class MeetingTaskService {
    private final Meetings meetings;

    MeetingTaskService(Meetings meetings) {
        this.meetings = meetings;
    }

    /**
     * Keeps the report.
     *
     * @param next id of what follows a regular meeting; empty for the final one
     * @return what follows
     * @throws UserInputException what {@link Meetings#record} refuses; {@code mentorship.next} when something else than a
     *     regular or the final meeting is to follow
     * @throws ConflictException {@code mentorship.meeting-meanwhile} when somebody has just entered the meeting
     */
    public MeetingKind report(
            Long programmeId, Long mentorshipId, MeetingKind kind, MeetingReport report, Optional<String> next) {
        MeetingKind following = next.map(MeetingKind::parse).orElse(MeetingKind.FINAL);
        if (following != MeetingKind.FINAL && following != MeetingKind.REGULAR) {
            throw new UserInputException("mentorship.next");
        }
        meetings.report(programmeId, mentorshipId, kind, report);
        return following;
    }
}

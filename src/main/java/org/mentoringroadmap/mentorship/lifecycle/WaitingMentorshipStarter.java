package org.mentoringroadmap.mentorship.lifecycle;

import org.mentoringroadmap.consent.ConsentRegistered;
import org.mentoringroadmap.mentorship.MembersChanged;
import org.mentoringroadmap.mentorship.MentorshipRepository;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.reminder.ProgrammeSwept;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.FollowUps;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Pairs that wait for somebody's consent begin when it is registered, or somebody else comes in instead. The daily sweep
 * looks again, for whatever else lets people in.
 */
@Component
class WaitingMentorshipStarter implements FollowUp {
    private static final String KIND = "held-pairs";

    private final MentorshipRepository repository;
    private final MentorshipLifecycle lifecycle;
    private final ParticipantDirectory directory;
    private final FollowUps followUps;

    WaitingMentorshipStarter(
            MentorshipRepository repository,
            MentorshipLifecycle lifecycle,
            ParticipantDirectory directory,
            FollowUps followUps) {
        this.repository = repository;
        this.lifecycle = lifecycle;
        this.directory = directory;
        this.followUps = followUps;
    }

    @EventListener
    void swept(ProgrammeSwept event) {
        lookWhereOneWaits(event.programmeId());
    }

    /** Somebody else may stand in a pair now. */
    @EventListener
    void changed(MembersChanged event) {
        lookWhereOneWaits(event.programmeId());
    }

    /** Whoever changes pairs holds the programme, and so does whoever lets one wait: none comes in between. */
    private void lookWhereOneWaits(Long programmeId) {
        if (!repository
                .findByProgrammeIdAndHeldOnIsNotNullOrderByKindDescNumber(programmeId)
                .isEmpty()) {
            followUps.request(KIND, programmeId);
        }
    }

    /** Whoever registers holds the person only: a pair may begin to wait at this moment, so the work looks whether one does. */
    @EventListener
    void registered(ConsentRegistered event) {
        directory.ofPerson(event.personId()).forEach(participant -> followUps.request(KIND, participant.programmeId()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Long programmeId) {
        lifecycle.startHeld(programmeId);
    }
}

package org.mentoringroadmap.mentorship;

import org.mentoringroadmap.deadline.ProgrammeSwept;
import org.mentoringroadmap.participant.ConsentRegistered;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.FollowUps;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Pairs that wait for somebody's consent begin when it is registered, or somebody else comes in instead. The daily sweep
 * looks again, for whatever else lets people in.
 */
@Component
class HeldPairs implements FollowUp {
    private static final String KIND = "held-pairs";

    private final MentorshipRepository mentorships;
    private final PairWork work;
    private final ParticipantDirectory directory;
    private final FollowUps followUps;

    HeldPairs(MentorshipRepository mentorships, PairWork work, ParticipantDirectory directory, FollowUps followUps) {
        this.mentorships = mentorships;
        this.work = work;
        this.directory = directory;
        this.followUps = followUps;
    }

    @EventListener
    void swept(ProgrammeSwept event) {
        lookWhereOneWaits(event.programmeId());
    }

    /** Somebody else may stand in a pair now. */
    @EventListener
    void changed(PairsChanged event) {
        lookWhereOneWaits(event.programmeId());
    }

    /** Whoever changes pairs holds the programme, and so does whoever lets one wait: none comes in between. */
    private void lookWhereOneWaits(Long programmeId) {
        if (!mentorships
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
        work.startHeld(programmeId);
    }
}

package org.mentoringroadmap.questionnaire;

import org.mentoringroadmap.consent.ConsentWithdrawn;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.RegisterChanged;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.FollowUps;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the asking where nobody is missing any more. Whoever has left or withdrawn the consent is not waited for; where nobody
 * has answered at all, the curator decides.
 */
@Component
class AnsweredCampaigns implements FollowUp {
    static final String KIND = "answered-campaigns";

    private final CampaignStore store;
    private final Campaigns campaigns;
    private final CampaignProcess process;
    private final Programmes programmes;
    private final ProgrammeLock lock;
    private final ParticipantDirectory directory;
    private final FollowUps followUps;

    AnsweredCampaigns(
            CampaignStore store,
            Campaigns campaigns,
            CampaignProcess process,
            Programmes programmes,
            ProgrammeLock lock,
            ParticipantDirectory directory,
            FollowUps followUps) {
        this.store = store;
        this.campaigns = campaigns;
        this.process = process;
        this.programmes = programmes;
        this.lock = lock;
        this.directory = directory;
        this.followUps = followUps;
    }

    @EventListener
    void consentWithdrawn(ConsentWithdrawn consent) {
        directory.ofPerson(consent.personId()).forEach(participant -> lookSoon(participant.programmeId()));
    }

    @EventListener
    void registerChanged(RegisterChanged change) {
        lookSoon(change.programmeId());
    }

    private void lookSoon(Long programmeId) {
        if (!store.begun(programmeId).isEmpty()) {
            followUps.request(KIND, programmeId);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void run(Long programmeId) {
        lock.acquire(programmeId);
        Programme programme = programmes.get(programmeId);
        if (programme.state() == Programme.State.RUNNING) {
            campaigns.answered(programme).forEach(this::end);
        }
    }

    /** What a block of the roadmap asks for ends with the block. */
    private void end(Campaign campaign) {
        if (campaign.instanceId() != null) {
            process.allAnswered(campaign.instanceId());
        } else {
            campaigns.end(campaign);
        }
    }
}

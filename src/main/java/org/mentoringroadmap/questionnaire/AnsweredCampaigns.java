package org.mentoringroadmap.questionnaire;

import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.FollowUp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends the asking where nobody is missing any more. */
@Component
class AnsweredCampaigns implements FollowUp {
    static final String KIND = "answered-campaigns";

    private final CampaignStore store;
    private final CampaignProcess process;
    private final Programmes programmes;
    private final ProgrammeLock lock;

    AnsweredCampaigns(CampaignStore store, CampaignProcess process, Programmes programmes, ProgrammeLock lock) {
        this.store = store;
        this.process = process;
        this.programmes = programmes;
        this.lock = lock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void run(Long programmeId) {
        lock.acquire(programmeId);
        if (programmes.get(programmeId).state() == Programme.State.RUNNING) {
            store.answered(programmeId).forEach(campaign -> process.allAnswered(campaign.instanceId()));
        }
    }
}

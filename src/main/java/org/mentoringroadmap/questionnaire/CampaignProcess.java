package org.mentoringroadmap.questionnaire;

import org.mentoringroadmap.shared.Unguarded;

/** What questionnaires tell the processes. */
public interface CampaignProcess {
    /** Everybody whom a block has asked has answered; a block that waits no more takes no notice. */
    @Unguarded
    void allAnswered(String instanceId);
}

package org.mentoringroadmap.questionnaire.process;

import org.camunda.bpm.engine.RuntimeService;
import org.mentoringroadmap.questionnaire.CampaignProcess;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/** Tells a block that it waits for nobody any more. */
@Component
class CampaignProcessAdapter implements CampaignProcess {
    private static final String ALL_ANSWERED = "AllHaveAnswered";

    private final RuntimeService runtime;
    private final SystemAuthority system;

    CampaignProcessAdapter(RuntimeService runtime, SystemAuthority system) {
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void allAnswered(String instanceId) {
        system.run(() -> {
            boolean waits = runtime.createEventSubscriptionQuery()
                            .processInstanceId(instanceId)
                            .eventType("message")
                            .eventName(ALL_ANSWERED)
                            .count()
                    > 0;
            if (waits) {
                runtime.createMessageCorrelation(ALL_ANSWERED)
                        .processInstanceId(instanceId)
                        .correlate();
            }
        });
    }
}

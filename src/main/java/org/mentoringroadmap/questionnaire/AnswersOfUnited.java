package org.mentoringroadmap.questionnaire;

import org.mentoringroadmap.register.EntriesUnited;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What either entry of one person was asked belongs to the kept one. Where both were asked the same, the answer stands; of
 * two answers that of the kept one.
 */
@Component
class AnswersOfUnited {
    private final CampaignStore store;

    AnswersOfUnited(CampaignStore store) {
        this.store = store;
    }

    @EventListener
    void united(EntriesUnited entries) {
        if (entries.parted()) {
            store.moveBack(entries.keptId(), entries.closedId());
        } else {
            store.move(entries.closedId(), entries.keptId());
        }
    }
}

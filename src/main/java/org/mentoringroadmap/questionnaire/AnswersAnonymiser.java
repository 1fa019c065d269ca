package org.mentoringroadmap.questionnaire;

import java.util.List;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.person.PersonAnonymised;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes away what somebody has answered who is not to be known any more, and says where others may have written the name.
 * Figures that the roadmap has recorded stay.
 */
@Component
class AnswersAnonymiser implements FreeTexts {
    private final ParticipantDirectory directory;
    private final CampaignStore store;

    AnswersAnonymiser(ParticipantDirectory directory, CampaignStore store) {
        this.directory = directory;
        this.store = store;
    }

    @EventListener
    void anonymised(PersonAnonymised person) {
        List<Long> ids = directory.ofEveryEntry(person.personId()).stream()
                .map(Participant::id)
                .toList();
        if (!ids.isEmpty()) {
            store.forget(ids);
        }
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column(
                "questionnaire_answer",
                "answer",
                "invitation_id in (select i.id from questionnaire_invitation i join questionnaire_campaign c"
                        + " on c.id = i.campaign_id where c." + OF_PROGRAMME + ")"));
    }
}

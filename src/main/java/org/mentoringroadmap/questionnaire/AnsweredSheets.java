package org.mentoringroadmap.questionnaire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Component;

/**
 * What was answered, with the questions, for what is done with answers. Works for whoever asks: who shows or uses it asks
 * first who looks.
 */
@Unguarded
@Component
public class AnsweredSheets {
    /**
     * A sheet that was answered.
     *
     * @param answers by the key of the question
     */
    public record Answered(Invitation invitation, Questionnaire questionnaire, Map<String, List<String>> answers) {}

    private final CampaignStore store;
    private final QuestionnaireEditions editions;

    AnsweredSheets(CampaignStore store, QuestionnaireEditions editions) {
        this.store = store;
        this.editions = editions;
    }

    /** What these participants have answered, and what others have about them; what was asked first comes first. */
    public List<Answered> of(Collection<Long> participantIds) {
        return answered(store.ofParticipants(participantIds), any -> true);
    }

    /** What was answered in a campaign of a programme. */
    public List<Answered> ofCampaign(Long programmeId, Long campaignId) {
        return store.campaign(campaignId)
                .filter(campaign -> campaign.programmeId().equals(programmeId))
                .map(campaign -> answered(store.invitations(campaignId), any -> true))
                .orElse(List.of());
    }

    /** What was answered in a programme by such questionnaires, the earliest first. */
    public List<Answered> ofProgramme(Long programmeId, Predicate<Questionnaire> such) {
        List<Invitation> earliest = new ArrayList<>(store.answers(programmeId, ""));
        Collections.reverse(earliest);
        return answered(earliest, such);
    }

    /** What was answered where a block of the roadmap asks. */
    public List<Answered> ofInstance(String instanceId) {
        return store.ofInstance(instanceId)
                .map(campaign -> answered(store.allInvitations(campaign.id()), any -> true))
                .orElse(List.of());
    }

    /** The campaign of an invitation. */
    public Campaign campaign(Invitation invitation) {
        return store.campaign(invitation.campaignId()).orElseThrow();
    }

    private List<Answered> answered(List<Invitation> invitations, Predicate<Questionnaire> such) {
        List<Invitation> answered = invitations.stream()
                .filter(Invitation::isAnswered)
                .filter(one -> such.test(editions.get(one.editionId()).questionnaire()))
                .toList();
        Map<Long, Map<String, List<String>>> answers =
                store.answersOf(answered.stream().map(Invitation::id).toList());
        return answered.stream()
                .map(one -> new Answered(
                        one, editions.get(one.editionId()).questionnaire(), answers.getOrDefault(one.id(), Map.of())))
                .toList();
    }
}

package org.mentoringroadmap.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.register.AnswersGiven;
import org.springframework.stereotype.Component;

/** Reads the answers for somebody who asks what is kept of him or her. */
@Component
class GivenAnswers implements AnswersGiven {
    private final CampaignStore store;
    private final QuestionnaireEditions editions;

    GivenAnswers(CampaignStore store, QuestionnaireEditions editions) {
        this.store = store;
        this.editions = editions;
    }

    @Override
    public List<Given> of(Long participantId) {
        List<Invitation> invitations = store.ofParticipants(List.of(participantId));
        Map<Long, Map<String, List<String>>> answers =
                store.answersOf(invitations.stream().map(Invitation::id).toList());
        return invitations.stream()
                .map(invitation -> {
                    Questionnaire questionnaire =
                            editions.get(invitation.editionId()).questionnaire();
                    return new Given(
                            invitation.answeredAt(),
                            questionnaire.title(),
                            lines(questionnaire, answers.getOrDefault(invitation.id(), Map.of())));
                })
                .toList();
    }

    private static List<Line> lines(Questionnaire questionnaire, Map<String, List<String>> answers) {
        List<Line> lines = new ArrayList<>();
        for (Item.Question question : questionnaire.questions()) {
            List<String> given = answers.getOrDefault(question.key(), List.of());
            if (!given.isEmpty()) {
                lines.add(new Line(question.label(), question.inWords(given)));
            }
        }
        return lines;
    }
}

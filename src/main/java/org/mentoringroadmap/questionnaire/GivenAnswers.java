package org.mentoringroadmap.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.register.AnswersGiven;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads the answers for somebody who asks what is kept of him or her. */
@Component
class GivenAnswers implements AnswersGiven {
    private static final String KEPT_APART = "help.kept-apart";

    private final CampaignStore store;
    private final QuestionnaireEditions editions;
    private final ParticipantDirectory directory;
    private final HelpReaders help;
    private final MessageSource messages;

    GivenAnswers(
            CampaignStore store,
            QuestionnaireEditions editions,
            ParticipantDirectory directory,
            HelpReaders help,
            MessageSource messages) {
        this.store = store;
        this.editions = editions;
        this.directory = directory;
        this.help = help;
        this.messages = messages;
    }

    @Override
    public List<Given> of(Long participantId) {
        String schoolId = directory.of(List.of(participantId)).get(0).person().schoolId();
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
                            lines(questionnaire, answers.getOrDefault(invitation.id(), Map.of()), schoolId));
                })
                .toList();
    }

    /** Who hands out the data finds that something was answered which somebody else reads. */
    private List<Line> lines(Questionnaire questionnaire, Map<String, List<String>> answers, String schoolId) {
        Map<String, List<String>> seen = help.seen(schoolId, questionnaire, answers);
        List<Line> lines = new ArrayList<>();
        for (Item.Question question : questionnaire.questions()) {
            List<String> given = answers.getOrDefault(question.key(), List.of());
            if (!given.isEmpty()) {
                boolean shown = seen.containsKey(question.key());
                lines.add(new Line(
                        question.label(),
                        shown ? question.inWords(given) : List.of(messages.getMessage(KEPT_APART, null, Locale.ROOT))));
            }
        }
        return lines;
    }
}

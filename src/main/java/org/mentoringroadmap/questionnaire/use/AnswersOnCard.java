package org.mentoringroadmap.questionnaire.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.questionnaire.AnsweredSheets;
import org.mentoringroadmap.questionnaire.AnsweredSheets.Answered;
import org.mentoringroadmap.questionnaire.FieldUse;
import org.mentoringroadmap.questionnaire.Item;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.questionnaire.Respondent;
import org.mentoringroadmap.register.CardPart;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What answers bring to a card: changes that the own ones offer, for who decides about them, and what others have said about
 * the person, for those who look after the person.
 */
@Component
class AnswersOnCard implements CardPart {
    /** An answer to a question. */
    record Line(String question, List<String> answers) {}

    /**
     * What somebody has said about the person.
     *
     * @param who the respondent as people read it; empty where the sheet does not say
     */
    record View(String title, String who, LocalDate on, List<Line> lines) {}

    private final RegisterOffers offers;
    private final AnsweredSheets sheets;
    private final QuestionnaireAccess access;
    private final MessageSource messages;

    AnswersOnCard(RegisterOffers offers, AnsweredSheets sheets, QuestionnaireAccess access, MessageSource messages) {
        this.offers = offers;
        this.sheets = sheets;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public Map<String, Object> of(Participant participant) {
        return Map.of(
                "offered",
                offers.ofParticipant(participant.id()),
                "othersSay",
                access.mayReadAnswers() ? views(participant) : List.of());
    }

    private List<View> views(Participant participant) {
        return sheets.of(List.of(participant.id())).stream()
                .filter(sheet -> sheet.questionnaire().byOthers())
                .map(this::view)
                .sorted(Comparator.comparing(View::on).reversed())
                .toList();
    }

    private View view(Answered sheet) {
        List<Line> lines = new ArrayList<>();
        String said = "";
        for (Item.Question question : sheet.questionnaire().questions()) {
            FieldUse use = sheet.questionnaire().use(question);
            List<String> given = sheet.answers().getOrDefault(question.key(), List.of());
            if (!given.isEmpty() && !use.asksForHelp()) {
                if (use.respondent()) {
                    said = question.inWords(given).get(0);
                } else {
                    lines.add(new Line(question.label(), question.inWords(given)));
                }
            }
        }
        return new View(
                sheet.questionnaire().title(),
                said.isEmpty() ? asked(sheet) : said,
                sheet.invitation().answeredAt().toLocalDate(),
                lines);
    }

    private String asked(Answered sheet) {
        return Optional.ofNullable(sheets.campaign(sheet.invitation()).respondent())
                .map(Respondent::name)
                .map(name -> messages.getMessage("respondent." + name, null, Locale.ROOT))
                .orElse("");
    }
}

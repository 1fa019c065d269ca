package org.mentoringroadmap.questionnaire.use;

import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.questionnaire.AnsweredSheets;
import org.mentoringroadmap.questionnaire.AnsweredSheets.Answered;
import org.mentoringroadmap.questionnaire.FieldUse;
import org.mentoringroadmap.questionnaire.Item;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many have answered what a monitoring asked, and how many are content on the whole. Works for whoever asks, since a
 * process asks: it tells figures of all people together.
 */
@Unguarded
@Service
@Transactional(readOnly = true)
public class Satisfaction {
    private static final String CAMPAIGN = "Task_OpenCampaign";

    /**
     * The figures.
     *
     * @param respondents how many have answered how it was on the whole
     * @param positive how many of them by the upper half of the scale
     */
    public record Figures(int respondents, int positive) {}

    private final AnsweredSheets sheets;
    private final Steps steps;

    Satisfaction(AnsweredSheets sheets, Steps steps) {
        this.sheets = sheets;
        this.steps = steps;
    }

    /**
     * The figures of what was asked last for an activity.
     *
     * @throws UserInputException {@code questionnaire.nothing-counted} where nobody has answered in the application
     */
    public Figures of(Long programmeId, String roadmapItem) {
        List<StepRecord> campaigns = steps.of(programmeId, roadmapItem).stream()
                .filter(step -> step.step().equals(CAMPAIGN))
                .toList();
        List<Boolean> content = campaigns.isEmpty()
                ? List.of()
                : sheets.ofInstance(campaigns.get(campaigns.size() - 1).instanceId()).stream()
                        .map(Satisfaction::isContent)
                        .flatMap(Optional::stream)
                        .toList();
        if (content.isEmpty()) {
            throw new UserInputException("questionnaire.nothing-counted");
        }
        return new Figures(
                content.size(),
                (int) content.stream().filter(Boolean::booleanValue).count());
    }

    /** Empty where somebody has not said how it was on the whole. */
    private static Optional<Boolean> isContent(Answered sheet) {
        return sheet.questionnaire().questions(FieldUse::overall).stream()
                .filter(Item.Scale.class::isInstance)
                .map(Item.Scale.class::cast)
                .filter(question -> sheet.answers().containsKey(question.key()))
                .findFirst()
                .map(question -> isUpperHalf(
                        question, Integer.parseInt(sheet.answers().get(question.key()).get(0))));
    }

    private static boolean isUpperHalf(Item.Scale question, int answer) {
        int first = Integer.parseInt(question.points().get(0).value());
        int last = Integer.parseInt(
                question.points().get(question.points().size() - 1).value());
        int twice = 2 * answer;
        return question.reversed() ? twice < first + last : twice > first + last;
    }
}

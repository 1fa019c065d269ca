package org.mentoringroadmap.questionnaire.use;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.questionnaire.AnsweredSheets;
import org.mentoringroadmap.questionnaire.AnsweredSheets.Answered;
import org.mentoringroadmap.questionnaire.FieldUse;
import org.mentoringroadmap.questionnaire.Item;
import org.mentoringroadmap.questionnaire.Questionnaire;
import org.mentoringroadmap.shared.Unguarded;
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

    /** The figures of what participants were asked last for an activity; what others say of them does not count. */
    public Figures of(Long programmeId, String roadmapItem) {
        List<StepRecord> campaigns = steps.of(programmeId, roadmapItem).stream()
                .filter(step -> step.step().equals(CAMPAIGN))
                .toList();
        return campaigns.isEmpty()
                ? new Figures(0, 0)
                : of(campaigns.get(campaigns.size() - 1).instanceId());
    }

    /** The figures of what a block has asked of the participants themselves. */
    public Figures of(String instanceId) {
        return figures(instanceId, questionnaire -> !questionnaire.byOthers());
    }

    /** The same of all sheets of a block, whoever has filled them in: of the talks with candidates, for example. */
    public Figures ofAll(String instanceId) {
        return figures(instanceId, questionnaire -> true);
    }

    private Figures figures(String instanceId, Predicate<Questionnaire> counts) {
        List<Boolean> content = sheets.ofInstance(instanceId).stream()
                .filter(sheet -> counts.test(sheet.questionnaire()))
                .map(Satisfaction::isContent)
                .flatMap(Optional::stream)
                .toList();
        return new Figures(content.size(), (int)
                content.stream().filter(Boolean::booleanValue).count());
    }

    /** Empty where somebody has not said how it was on the whole. */
    private static Optional<Boolean> isContent(Answered sheet) {
        return sheet.questionnaire().questions(FieldUse::isOverall).stream()
                .filter(question -> sheet.answers().containsKey(question.key()))
                .findFirst()
                .map(question -> isGood(
                        question,
                        sheet.questionnaire().use(question),
                        sheet.answers().get(question.key()).get(0)));
    }

    private static boolean isGood(Item.Question question, FieldUse use, String answer) {
        if (!(question instanceof Item.Scale scale)) {
            return use.overall().contains(answer);
        }
        int first = Integer.parseInt(scale.points().get(0).value());
        int last =
                Integer.parseInt(scale.points().get(scale.points().size() - 1).value());
        int twice = 2 * Integer.parseInt(answer);
        return scale.reversed() ? twice < first + last : twice > first + last;
    }
}

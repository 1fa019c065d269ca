package org.mentoringroadmap.questionnaire.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.questionnaire.AnswerSheet;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Item;
import org.springframework.web.servlet.ModelAndView;

/** The questions as a page shows them: each with its number, what is typed and what is wrong with it. */
final class QuestionnairePage {
    /**
     * An item of the page.
     *
     * @param number of the question; 0 for words between them
     * @param typed values of the field
     * @param problem what is wrong; null for nothing
     */
    record Line(Item item, int number, List<String> typed, AnswerSheet.Problem problem) {
        /** Text of a field of one value. */
        public String text() {
            return typed.isEmpty() ? "" : typed.get(0);
        }

        /** Values of the text of the problem. */
        public Object[] arguments() {
            return problem.arguments().toArray();
        }
    }

    private QuestionnairePage() {}

    static ModelAndView of(
            Answers.Sheet.Open sheet,
            Map<String, List<String>> typed,
            Map<String, AnswerSheet.Problem> problems,
            String view) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (Item item : sheet.questionnaire().items()) {
            if (item instanceof Item.Question question) {
                number++;
                lines.add(new Line(
                        item, number, typed.getOrDefault(question.key(), List.of()), problems.get(question.key())));
            } else {
                lines.add(new Line(item, 0, List.of(), null));
            }
        }
        return new ModelAndView(view)
                .addObject("sheet", sheet)
                .addObject("lines", lines)
                .addObject("count", number)
                .addObject("problems", problems.size());
    }
}

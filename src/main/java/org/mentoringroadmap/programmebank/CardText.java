package org.mentoringroadmap.programmebank;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.UserInputException;

/**
 * A card as it stands in a file or was typed, checked or not: form and role model by the names that this application gives
 * them, everything may be null or blank.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardText(
        String title,
        String form,
        String roleModel,
        String aim,
        String tasks,
        String mentors,
        String mentees,
        String period,
        String place,
        String results,
        String activities) {
    /** A card of which nothing is written yet. */
    public static final CardText BLANK = new CardText(null, null, null, null, null, null, null, null, null, null, null);

    /** What a card says. */
    public static CardText of(CardDetails details) {
        return new CardText(
                details.title(),
                details.form().id(),
                details.roleModel() == null ? null : details.roleModel().name(),
                details.aim(),
                details.tasks(),
                details.mentors(),
                details.mentees(),
                details.period(),
                details.place(),
                details.results(),
                details.activities());
    }

    /**
     * The same for the bank, which checks the texts.
     *
     * @throws UserInputException {@code mentoring-form.unknown}, {@code card.role-model}
     */
    public CardDetails details() {
        return new CardDetails(
                title,
                isBlank(form) ? null : MentoringForm.parse(form),
                isBlank(roleModel) ? null : model(roleModel),
                aim,
                tasks,
                mentors,
                mentees,
                period,
                place,
                results,
                activities);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static RoleModel model(String name) {
        try {
            return RoleModel.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new UserInputException("card.role-model", name);
        }
    }
}

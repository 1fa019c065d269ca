package org.mentoringroadmap.bank.web;

import java.util.Arrays;
import org.mentoringroadmap.activity.MentoringForm;
import org.mentoringroadmap.bank.CardDetails;
import org.mentoringroadmap.bank.ProgrammeCard;
import org.mentoringroadmap.participant.RoleModel;

/**
 * The fields of a card exactly as they were typed, so that a refused page shows them again.
 *
 * @param school school of a new card; null where the account belongs to one
 * @param version version that the editor saw; null for a new card
 */
record CardForm(
        String school,
        Integer version,
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
    static CardForm empty() {
        return new CardForm(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static CardForm of(ProgrammeCard card) {
        CardDetails details = card.details();
        return new CardForm(
                null,
                card.version(),
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

    CardDetails details() {
        return new CardDetails(
                title,
                form == null || form.isBlank() ? null : MentoringForm.parse(form),
                Arrays.stream(RoleModel.values())
                        .filter(model -> model.name().equals(roleModel))
                        .findFirst()
                        .orElse(null),
                aim,
                tasks,
                mentors,
                mentees,
                period,
                place,
                results,
                activities);
    }
}

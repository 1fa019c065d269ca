package org.mentoringroadmap.programmebank;

import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What a programme card says. Everything but title and form may be null.
 *
 * @param title what the programme is called
 * @param form form of mentoring
 * @param roleModel role model of «ученик – ученик»
 * @param aim what it is for
 * @param tasks what leads there, a line each
 * @param mentors who mentors
 * @param mentees for whom
 * @param period when, for example «октябрь – май»
 * @param place how and where they meet
 * @param results what is expected
 * @param activities what is done, a line each
 */
public record CardDetails(
        String title,
        MentoringForm form,
        RoleModel roleModel,
        String aim,
        String tasks,
        String mentors,
        String mentees,
        String period,
        String place,
        String results,
        String activities) {
    private static final int TITLE = 300;
    private static final int PLACE = 500;
    private static final int TEXT = 2000;
    private static final int LINES = 4000;

    /**
     * The details with clean texts.
     *
     * @throws UserInputException {@code card.title}, {@code card.form}, {@code card.too-long}
     */
    CardDetails checked() {
        String cleanTitle = text(title, TITLE);
        if (cleanTitle == null) {
            throw new UserInputException("card.title");
        }
        if (form == null) {
            throw new UserInputException("card.form");
        }
        return new CardDetails(
                cleanTitle.replaceAll("\\s+", " "),
                form,
                roleModel,
                text(aim, TEXT),
                text(tasks, LINES),
                text(mentors, TEXT),
                text(mentees, TEXT),
                text(period, TITLE),
                text(place, PLACE),
                text(results, TEXT),
                text(activities, LINES));
    }

    private static String text(String value, int longest) {
        String clean = EnteredText.clean(value);
        if (clean != null && clean.length() > longest) {
            throw new UserInputException("card.too-long", String.valueOf(longest));
        }
        return clean;
    }
}

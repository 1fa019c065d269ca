package org.mentoringroadmap.mentorship;

import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What a curator says about a pair or group.
 *
 * @param mentees how many mentees; 0 for a group of unknown size
 * @param mentorId id of a person of the staff; null where nobody is named
 * @param form form of mentoring; may be null
 * @param basis why they belong together; may be null
 */
public record MentorshipDetails(int mentees, Long mentorId, MentoringForm form, String basis) {
    static final int MAX_GROUP_SIZE = 100;

    /**
     * The details with a clean text.
     *
     * @throws UserInputException {@code mentorship.mentees} when the number does not fit the kind; {@code
     *     mentorship.too-long}
     */
    public MentorshipDetails checked(Mentorship.Kind kind) {
        boolean fits = kind == Mentorship.Kind.PAIR ? mentees == 1 : mentees >= 2 && mentees <= MAX_GROUP_SIZE;
        if (!fits) {
            throw new UserInputException("mentorship.mentees", String.valueOf(MAX_GROUP_SIZE));
        }
        return new MentorshipDetails(mentees, mentorId, form, MentorshipInput.clean(basis));
    }

    /** The same with another number of mentees. */
    public MentorshipDetails of(int number) {
        return new MentorshipDetails(number, mentorId, form, basis);
    }
}

package org.mentoringroadmap.mentorship.web;

import org.mentoringroadmap.activity.MentoringForm;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.PairBook;

/**
 * The fields of a pair as they were typed.
 *
 * @param kind one mentee or several; null for a pair
 * @param mentees how many; null for one
 * @param mentorId a person of the staff; null for nobody
 * @param form id of a form of mentoring; may be empty
 * @param basis why they belong together
 * @param searchId the search that it ends; null for none
 * @param continuesId the pair that goes on; null for none
 * @param begin whether its work begins now
 */
record PairForm(
        Mentorship.Kind kind,
        Integer mentees,
        Long mentorId,
        String form,
        String basis,
        Long searchId,
        Long continuesId,
        boolean begin) {
    MentorshipDetails details(Mentorship.Kind of) {
        int number = mentees == null || of == Mentorship.Kind.PAIR ? 1 : mentees;
        return new MentorshipDetails(
                number, mentorId, form == null || form.isBlank() ? null : MentoringForm.parse(form), basis);
    }

    PairBook.NewPair newPair() {
        Mentorship.Kind chosen = kind == null ? Mentorship.Kind.PAIR : kind;
        return new PairBook.NewPair(chosen, details(chosen), searchId, continuesId, begin);
    }
}

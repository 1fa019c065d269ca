package org.mentoringroadmap.mentorship.web;

import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.programme.MentoringForm;

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
 * @param begin whether its work begins now; null for no
 * @param memberMentorId the mentor chosen from the register; null for nobody
 * @param menteeIds mentees chosen from the register; null for nobody
 */
record MentorshipForm(
        Mentorship.Kind kind,
        Integer mentees,
        Long mentorId,
        String form,
        String basis,
        Long searchId,
        Long continuesId,
        Boolean begin,
        Long memberMentorId,
        List<Long> menteeIds) {
    MentorshipDetails details(Mentorship.Kind of) {
        int number = mentees == null || of == Mentorship.Kind.PAIR ? 1 : mentees;
        return new MentorshipDetails(
                number, mentorId, form == null || form.isBlank() ? null : MentoringForm.parse(form), basis);
    }

    /** What was typed, and where nothing was, what the pair had that goes on. */
    MentorshipForm orLike(Optional<Mentorship> earlier) {
        if (kind != null || earlier.isEmpty()) {
            return this;
        }
        Mentorship like = earlier.get();
        return new MentorshipForm(
                like.kind(),
                like.mentees() > 1 ? like.mentees() : null,
                like.mentorId().orElse(null),
                like.form().map(MentoringForm::id).orElse(null),
                like.basis().orElse(null),
                searchId,
                continuesId,
                begin,
                memberMentorId,
                menteeIds);
    }

    MemberChoice members() {
        return new MemberChoice(memberMentorId, menteeIds);
    }

    Mentorship.Kind chosenKind() {
        return kind == null ? Mentorship.Kind.PAIR : kind;
    }

    MentorshipManagement.NewMentorship newPair() {
        return new MentorshipManagement.NewMentorship(
                chosenKind(), details(chosenKind()), searchId, continuesId, Boolean.TRUE.equals(begin));
    }
}

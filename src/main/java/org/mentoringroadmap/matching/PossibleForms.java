package org.mentoringroadmap.matching;

import static org.mentoringroadmap.activity.MentoringForm.EMPLOYER_PUPIL;
import static org.mentoringroadmap.activity.MentoringForm.EMPLOYER_STUDENT;
import static org.mentoringroadmap.activity.MentoringForm.PUPIL_PUPIL;
import static org.mentoringroadmap.activity.MentoringForm.STUDENT_PUPIL;
import static org.mentoringroadmap.activity.MentoringForm.STUDENT_STUDENT;
import static org.mentoringroadmap.activity.MentoringForm.TEACHER_PUPIL;
import static org.mentoringroadmap.activity.MentoringForm.TEACHER_TEACHER;

import java.util.EnumSet;
import java.util.Set;
import org.mentoringroadmap.activity.MentoringForm;
import org.mentoringroadmap.participant.ParticipantCategory;

/**
 * In which of the seven forms somebody can take part: by who they are, and by what they have chosen. Whoever has chosen
 * nothing is open to all. A graduate, a parent or an expert comes from outside like an employer; a graduate may study, an
 * expert may help teachers.
 */
final class PossibleForms {
    private PossibleForms() {}

    /** Forms in which the two could be a pair; empty for none. */
    static Set<MentoringForm> of(Side mentee, Side mentor) {
        Set<MentoringForm> both = ofMentee(mentee);
        both.retainAll(ofMentor(mentor));
        return both;
    }

    static Set<MentoringForm> ofMentee(Side mentee) {
        return chosen(mentee, asMentee(mentee.details().category()));
    }

    static Set<MentoringForm> ofMentor(Side mentor) {
        return chosen(mentor, asMentor(mentor.details().category()));
    }

    private static Set<MentoringForm> chosen(Side side, Set<MentoringForm> possible) {
        if (!side.details().forms().isEmpty()) {
            possible.retainAll(side.details().forms());
        }
        return possible;
    }

    private static Set<MentoringForm> asMentee(ParticipantCategory category) {
        return switch (category) {
            case PUPIL -> EnumSet.of(PUPIL_PUPIL, TEACHER_PUPIL, EMPLOYER_PUPIL, STUDENT_PUPIL);
            case STUDENT -> EnumSet.of(EMPLOYER_STUDENT, STUDENT_STUDENT);
            case TEACHER -> EnumSet.of(TEACHER_TEACHER);
            case EMPLOYEE, GRADUATE, PARENT, EXPERT -> EnumSet.noneOf(MentoringForm.class);
        };
    }

    private static Set<MentoringForm> asMentor(ParticipantCategory category) {
        return switch (category) {
            case PUPIL -> EnumSet.of(PUPIL_PUPIL);
            case STUDENT -> EnumSet.of(STUDENT_PUPIL, STUDENT_STUDENT);
            case TEACHER -> EnumSet.of(TEACHER_TEACHER, TEACHER_PUPIL);
            case EMPLOYEE, PARENT -> EnumSet.of(EMPLOYER_PUPIL, EMPLOYER_STUDENT);
            case GRADUATE -> EnumSet.of(EMPLOYER_PUPIL, EMPLOYER_STUDENT, STUDENT_PUPIL, STUDENT_STUDENT);
            case EXPERT -> EnumSet.of(EMPLOYER_PUPIL, EMPLOYER_STUDENT, TEACHER_TEACHER);
        };
    }
}

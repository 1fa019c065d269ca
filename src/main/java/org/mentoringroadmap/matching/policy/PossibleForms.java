package org.mentoringroadmap.matching.policy;

import static org.mentoringroadmap.programme.MentoringForm.EMPLOYER_PUPIL;
import static org.mentoringroadmap.programme.MentoringForm.EMPLOYER_STUDENT;
import static org.mentoringroadmap.programme.MentoringForm.PUPIL_PUPIL;
import static org.mentoringroadmap.programme.MentoringForm.STUDENT_PUPIL;
import static org.mentoringroadmap.programme.MentoringForm.STUDENT_STUDENT;
import static org.mentoringroadmap.programme.MentoringForm.TEACHER_PUPIL;
import static org.mentoringroadmap.programme.MentoringForm.TEACHER_TEACHER;

import java.util.EnumSet;
import java.util.Set;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.programme.MentoringForm;

/**
 * In which of the seven forms somebody can take part: by who they are, and by what they have chosen. Whoever has chosen
 * nothing is open to all. A graduate, a parent or an expert comes from outside like an employer; a graduate may study, an
 * expert may help teachers.
 */
public final class PossibleForms {
    private PossibleForms() {}

    /** Forms in which the two could be a pair; empty for none. */
    static Set<MentoringForm> of(Candidate mentee, Candidate mentor) {
        Set<MentoringForm> both = ofMentee(mentee);
        both.retainAll(ofMentor(mentor));
        return both;
    }

    /** Forms in which somebody can be a mentee. */
    public static Set<MentoringForm> ofMentee(Candidate mentee) {
        return chosen(mentee, asMentee(mentee.details().category()));
    }

    /** Forms in which somebody can be a mentor. */
    public static Set<MentoringForm> ofMentor(Candidate mentor) {
        return chosen(mentor, asMentor(mentor.details().category()));
    }

    private static Set<MentoringForm> chosen(Candidate side, Set<MentoringForm> possible) {
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

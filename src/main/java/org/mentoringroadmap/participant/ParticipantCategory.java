package org.mentoringroadmap.participant;

import static org.mentoringroadmap.programme.MentoringForm.EMPLOYER_PUPIL;
import static org.mentoringroadmap.programme.MentoringForm.EMPLOYER_STUDENT;
import static org.mentoringroadmap.programme.MentoringForm.PUPIL_PUPIL;
import static org.mentoringroadmap.programme.MentoringForm.STUDENT_PUPIL;
import static org.mentoringroadmap.programme.MentoringForm.STUDENT_STUDENT;
import static org.mentoringroadmap.programme.MentoringForm.TEACHER_PUPIL;
import static org.mentoringroadmap.programme.MentoringForm.TEACHER_TEACHER;

import java.util.EnumSet;
import java.util.Set;
import org.mentoringroadmap.programme.MentoringForm;

/** Who a participant is outside the programme; {@code participant-category.<NAME>} is the key of the title. */
public enum ParticipantCategory {
    PUPIL,
    TEACHER,
    /** Of a college or university. */
    STUDENT,
    /** Of an employer. */
    EMPLOYEE,
    GRADUATE,
    PARENT,
    EXPERT;

    /** Whether the school itself employs them, so that mentoring is a duty beside their work (Labour Code, article 351.8). */
    public boolean worksHere() {
        return this == TEACHER;
    }

    /** Whether one of them may be under age. */
    public boolean mayBeMinor() {
        return this == PUPIL || this == STUDENT;
    }

    /** In which of the seven forms one of them can be a mentee. */
    public Set<MentoringForm> asMentee() {
        return switch (this) {
            case PUPIL -> EnumSet.of(PUPIL_PUPIL, TEACHER_PUPIL, EMPLOYER_PUPIL, STUDENT_PUPIL);
            case STUDENT -> EnumSet.of(EMPLOYER_STUDENT, STUDENT_STUDENT);
            case TEACHER -> EnumSet.of(TEACHER_TEACHER);
            case EMPLOYEE, GRADUATE, PARENT, EXPERT -> EnumSet.noneOf(MentoringForm.class);
        };
    }

    /**
     * In which of the seven forms one of them can be a mentor. A graduate, a parent or an expert comes from outside like an
     * employer; a graduate may study, an expert may help teachers.
     */
    public Set<MentoringForm> asMentor() {
        return switch (this) {
            case PUPIL -> EnumSet.of(PUPIL_PUPIL);
            case STUDENT -> EnumSet.of(STUDENT_PUPIL, STUDENT_STUDENT);
            case TEACHER -> EnumSet.of(TEACHER_TEACHER, TEACHER_PUPIL);
            case EMPLOYEE, PARENT -> EnumSet.of(EMPLOYER_PUPIL, EMPLOYER_STUDENT);
            case GRADUATE -> EnumSet.of(EMPLOYER_PUPIL, EMPLOYER_STUDENT, STUDENT_PUPIL, STUDENT_STUDENT);
            case EXPERT -> EnumSet.of(EMPLOYER_PUPIL, EMPLOYER_STUDENT, TEACHER_TEACHER);
        };
    }
}

package org.mentoringroadmap.participant;

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
}

package org.mentoringroadmap.activity.checklist;

import java.time.LocalDate;

/**
 * A class in a checklist.
 *
 * @param classId key of the class
 * @param className name such as «5А»
 * @param teacher family name and initials of its teacher; empty where nobody is named
 * @param mine whether the acting account leads the class
 * @param state what the class has said
 * @param date day of the activity in this class, or of the answer that it is not held; null while missing
 * @param note remark or reason; empty where none was given
 */
public record ClassRow(
        Long classId, String className, String teacher, boolean mine, State state, LocalDate date, String note) {
    /** What a class has said. */
    public enum State {
        /** Nothing yet. */
        MISSING,
        /** It has taken place. */
        HELD,
        /** This class does without it. */
        NOT_HELD
    }

    /** Whether the class has said nothing yet. */
    public boolean missing() {
        return state == State.MISSING;
    }
}

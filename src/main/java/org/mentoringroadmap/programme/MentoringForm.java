package org.mentoringroadmap.programme;

import java.util.Arrays;
import org.mentoringroadmap.shared.UserInputException;

/** The seven forms of mentoring that the target model names (item 000-1.4.3). Titles are in the bundle. */
public enum MentoringForm {
    PUPIL_PUPIL("pupil-pupil"),
    TEACHER_TEACHER("teacher-teacher"),
    TEACHER_PUPIL("teacher-pupil"),
    EMPLOYER_STUDENT("employer-student"),
    EMPLOYER_PUPIL("employer-pupil"),
    STUDENT_PUPIL("student-pupil"),
    STUDENT_STUDENT("student-student");

    private final String id;

    MentoringForm(String id) {
        this.id = id;
    }

    /** Value in forms; {@code mentoring-form.<id>} is the key of the title. */
    public String id() {
        return id;
    }

    /**
     * Reads an id.
     *
     * @throws UserInputException {@code mentoring-form.unknown}
     */
    public static MentoringForm parse(String id) {
        return Arrays.stream(values())
                .filter(form -> form.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new UserInputException("mentoring-form.unknown", id));
    }
}

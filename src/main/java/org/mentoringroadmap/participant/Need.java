package org.mentoringroadmap.participant;

import java.util.Set;

/**
 * Special category of a mentee, read by curator and psychologist, and {@link #HARD_LIFE_SITUATION} by social workers;
 * {@code need.<NAME>} is the key of the title.
 * Categories of pupils: roadmap 001, section 8; of teachers: roadmaps 000, 003 and 004.
 */
public enum Need {
    GIFTED,
    LOW_RESULTS,
    SPECIAL_HEALTH_NEEDS,
    HARD_LIFE_SITUATION,
    BEHAVIOUR,
    DETACHED,
    ACTIVE_WITH_PROJECTS,
    YOUNG_TEACHER,
    TRAINEE,
    PROFESSIONAL_DEFICITS;

    private static final Set<Need> OF_TEACHERS = Set.of(YOUNG_TEACHER, TRAINEE, PROFESSIONAL_DEFICITS);

    /** The field under which consents name it. */
    public DataField field() {
        return switch (this) {
            case SPECIAL_HEALTH_NEEDS -> DataField.HEALTH;
            case HARD_LIFE_SITUATION -> DataField.HARDSHIP;
            default -> DataField.NEEDS;
        };
    }

    /** Whether it is kept of somebody of this category, whose consent could name it. */
    public boolean of(ParticipantCategory category) {
        return field().ofPupils(category == ParticipantCategory.PUPIL);
    }

    /** Whether it describes a teacher, not a pupil. */
    public boolean ofTeachers() {
        return OF_TEACHERS.contains(this);
    }
}

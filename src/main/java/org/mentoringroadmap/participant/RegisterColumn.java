package org.mentoringroadmap.participant;

import static org.mentoringroadmap.participant.ParticipantRole.MENTEE;
import static org.mentoringroadmap.participant.ParticipantRole.MENTOR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A column of a register that is taken away, in the order of the table. {@code register-column.<NAME>} is the key of its
 * heading; what an import knows is headed as an import reads it.
 */
enum RegisterColumn {
    LAST_NAME(MENTEE, MENTOR),
    FIRST_NAME(MENTEE, MENTOR),
    MIDDLE_NAME(MENTEE, MENTOR),
    BIRTH_DATE(MENTEE, MENTOR),
    CATEGORY(MENTEE, MENTOR),
    SCHOOL_CLASS(MENTEE, MENTOR),
    REQUESTS(MENTEE),
    DIFFICULTIES(MENTEE),
    COMPETENCES(MENTOR),
    ACHIEVEMENTS(MENTOR),
    INTERESTS(MENTEE, MENTOR),
    HOURS(MENTEE, MENTOR),
    CAPACITY(MENTOR),
    AGE_FROM(MENTOR),
    AGE_TO(MENTOR),
    FORMS(MENTEE, MENTOR),
    ROLE_MODELS(MENTEE, MENTOR),
    NEEDS(MENTEE),
    ORGANISATION(MENTEE, MENTOR),
    POST(MENTEE, MENTOR),
    REPRESENTATIVE_NAME(MENTEE, MENTOR),
    REPRESENTATIVE_RELATION(MENTEE, MENTOR),
    REPRESENTATIVE_PHONE(MENTEE, MENTOR),
    PHONE(MENTEE, MENTOR),
    EMAIL(MENTEE, MENTOR),
    STATUS(MENTEE, MENTOR),
    PROCESSING_UNTIL(MENTEE, MENTOR),
    PUBLICATION_UNTIL(MENTEE, MENTOR),
    DUTIES_UNTIL(MENTOR),
    RESULT(MENTEE, MENTOR);

    private static final Set<RegisterColumn> SPECIAL = Set.of(DIFFICULTIES, NEEDS);

    private final Set<ParticipantRole> roles;

    RegisterColumn(ParticipantRole... roles) {
        this.roles = Set.of(roles);
    }

    /**
     * Columns of a register.
     *
     * @param special whether special categories and difficulties are among them
     */
    static List<RegisterColumn> of(ParticipantRole role, boolean special) {
        return Arrays.stream(values())
                .filter(column -> column.roles.contains(role))
                .filter(column -> special || !SPECIAL.contains(column))
                .toList();
    }
}

package org.mentoringroadmap.exchange;

import static org.mentoringroadmap.participant.ParticipantRole.MENTEE;
import static org.mentoringroadmap.participant.ParticipantRole.MENTOR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mentoringroadmap.participant.ParticipantRole;

/**
 * A column of a file with participants, brought or taken away, in the order of the template. {@code import-column.<NAME>} is the key of its
 * heading, {@code import-column.<NAME>.also} of other headings that stand for it.
 */
enum ImportColumn {
    LAST_NAME(MENTEE, MENTOR),
    FIRST_NAME(MENTEE, MENTOR),
    MIDDLE_NAME(MENTEE, MENTOR),
    /** All names in one cell; not in the template. */
    FULL_NAME(MENTEE, MENTOR),
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
    ORGANISATION(MENTOR, MENTEE),
    POST(MENTOR, MENTEE),
    REPRESENTATIVE_NAME(MENTEE, MENTOR),
    REPRESENTATIVE_RELATION(MENTEE, MENTOR),
    REPRESENTATIVE_PHONE(MENTEE, MENTOR),
    PHONE(MENTEE, MENTOR),
    EMAIL(MENTEE, MENTOR);

    private static final Set<ImportColumn> SPECIAL = Set.of(DIFFICULTIES, NEEDS);
    private static final Set<ImportColumn> OF_MENTOR_TEMPLATE = Set.of(ORGANISATION, POST);

    private final Set<ParticipantRole> roles;

    ImportColumn(ParticipantRole... roles) {
        this.roles = Set.of(roles);
    }

    /** Whether a file of the role may have it. */
    boolean of(ParticipantRole role) {
        return roles.contains(role);
    }

    /** Whether only who reads special categories may bring it. */
    boolean isSpecial() {
        return SPECIAL.contains(this);
    }

    /**
     * Columns of a register that is taken away, which can be brought back.
     *
     * @param special whether special categories and difficulties are among them
     */
    static List<ImportColumn> register(ParticipantRole role, boolean special) {
        return Arrays.stream(values())
                .filter(column -> column.of(role) && column != FULL_NAME)
                .filter(column -> special || !column.isSpecial())
                .toList();
    }

    /** Columns of the template. */
    static List<ImportColumn> template(ParticipantRole role, boolean special) {
        return register(role, special).stream()
                .filter(column -> role == MENTOR || !OF_MENTOR_TEMPLATE.contains(column))
                .toList();
    }
}

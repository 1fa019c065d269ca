package org.mentoringroadmap.exchange;

import static org.mentoringroadmap.participant.ParticipantRole.MENTOR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mentoringroadmap.participant.DataField;
import org.mentoringroadmap.participant.Doubt;
import org.mentoringroadmap.participant.ParticipantRole;

/**
 * A column of a file with participants, brought or taken away, in the order of the template. {@code import-column.<NAME>} is the key of its
 * heading, {@code import-column.<NAME>.also} of other headings that stand for it.
 */
enum ImportColumn {
    LAST_NAME(DataField.NAME),
    FIRST_NAME(DataField.NAME),
    MIDDLE_NAME(DataField.NAME),
    /** All names in one cell; not in the template. */
    FULL_NAME(DataField.NAME),
    BIRTH_DATE(DataField.BIRTH_DATE),
    CATEGORY(DataField.CATEGORY),
    SCHOOL_CLASS(DataField.SCHOOL_CLASS),
    /** The number of a class whose letter stands in another column; not in the template. */
    CLASS_YEAR(DataField.SCHOOL_CLASS),
    /** The letter of a class; not in the template. */
    CLASS_LETTER(DataField.SCHOOL_CLASS),
    REQUESTS(DataField.REQUESTS),
    DIFFICULTIES(DataField.DIFFICULTIES),
    COMPETENCES(DataField.COMPETENCES),
    ACHIEVEMENTS(DataField.ACHIEVEMENTS),
    INTERESTS(DataField.INTERESTS),
    HOURS(DataField.HOURS),
    CAPACITY(DataField.CAPACITY),
    AGE_FROM(DataField.CAPACITY),
    AGE_TO(DataField.CAPACITY),
    FORMS(DataField.FORMS),
    ROLE_MODELS(DataField.ROLE_MODELS),
    /** Each value under the field of its own ({@link org.mentoringroadmap.participant.Need#field}). */
    NEEDS(DataField.NEEDS),
    ORGANISATION(DataField.WORK),
    POST(DataField.WORK),
    REPRESENTATIVE_NAME(DataField.REPRESENTATIVE),
    REPRESENTATIVE_RELATION(DataField.REPRESENTATIVE),
    REPRESENTATIVE_PHONE(DataField.REPRESENTATIVE),
    PHONE(DataField.PHONE),
    EMAIL(DataField.EMAIL);

    /** Other ways to say what the template says in its own columns. */
    private static final Set<ImportColumn> OTHER_WAYS = Set.of(FULL_NAME, CLASS_YEAR, CLASS_LETTER);

    private static final Set<ImportColumn> OF_MENTOR_TEMPLATE = Set.of(ORGANISATION, POST);

    /** How a list of columns to choose from is parted; {@code import-group.<NAME>} is the key of the title. */
    enum Group {
        PERSON,
        REPRESENTATIVE,
        MENTORING,
        /** Columns that say yes or no of one value. */
        YES_OR_NO
    }

    private final DataField field;

    ImportColumn(DataField field) {
        this.field = field;
    }

    /** The column of a value that is asked about. */
    static ImportColumn of(Doubt.Field field) {
        return field == Doubt.Field.NAME ? LAST_NAME : valueOf(field.name());
    }

    /** Where somebody who chooses looks for it. */
    Group group() {
        return switch (this) {
            case REPRESENTATIVE_NAME, REPRESENTATIVE_RELATION, REPRESENTATIVE_PHONE -> Group.REPRESENTATIVE;
            case REQUESTS,
                    DIFFICULTIES,
                    COMPETENCES,
                    ACHIEVEMENTS,
                    INTERESTS,
                    HOURS,
                    CAPACITY,
                    AGE_FROM,
                    AGE_TO,
                    FORMS,
                    ROLE_MODELS,
                    NEEDS -> Group.MENTORING;
            default -> Group.PERSON;
        };
    }

    /** Whether a file of the role may have it. */
    boolean of(ParticipantRole role) {
        return field.of(role);
    }

    /** Whether only who reads special categories may bring it. */
    boolean isSpecial() {
        return field.isConfidential();
    }

    /**
     * Columns of a register that is taken away, which can be brought back.
     *
     * @param special whether special categories and difficulties are among them
     */
    static List<ImportColumn> register(ParticipantRole role, boolean special) {
        return Arrays.stream(values())
                .filter(column -> column.of(role) && !OTHER_WAYS.contains(column))
                .filter(column -> special || !column.isSpecial())
                .toList();
    }

    /**
     * What a column of a file may be taken for.
     *
     * @param special as in {@link #register}
     */
    static List<ImportColumn> choosable(ParticipantRole role, boolean special) {
        return Arrays.stream(values())
                .filter(column -> column.of(role))
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

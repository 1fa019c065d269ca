package org.mentoringroadmap.participant;

import static org.mentoringroadmap.participant.ParticipantRole.MENTEE;
import static org.mentoringroadmap.participant.ParticipantRole.MENTOR;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that is kept about a participant, declared once: the form of the card, import, export and the list of data in
 * the consents (152-ФЗ, article 9 part 4: a consent names the data) read it here. A column that is not named here may not
 * hold anything about a person; a test compares the tables. {@code data-field.<NAME>} is the key of the words in a consent.
 */
public enum DataField {
    NAME(Who.EVERYBODY, "person.last_name", "person.first_name", "person.middle_name", "person.name_key"),
    BIRTH_DATE(Who.EVERYBODY, "person.birth_date"),
    CATEGORY(Who.EVERYBODY, "participant.category"),
    SCHOOL_CLASS(Who.PUPILS, "participant.class_id"),
    WORK(Who.OTHERS, "person.organisation", "person.post", "person.staff_member_id"),
    PHONE(Who.EVERYBODY, "person.phone"),
    EMAIL(Who.EVERYBODY, "person.email"),
    /** The representative's own data, a part of the consent of their own. */
    REPRESENTATIVE(
            Who.PUPILS, "person.representative_name", "person.representative_relation", "person.representative_phone"),
    REQUESTS(
            MENTEE,
            Who.EVERYBODY,
            "participant_topic.kind",
            "participant_topic.topic_key",
            "participant_topic.wording"),
    COMPETENCES(
            MENTOR,
            Who.EVERYBODY,
            "participant_topic.kind",
            "participant_topic.topic_key",
            "participant_topic.wording"),
    INTERESTS(Who.EVERYBODY, "participant_topic.kind", "participant_topic.topic_key", "participant_topic.wording"),
    ACHIEVEMENTS(MENTOR, Who.EVERYBODY, "participant.achievements"),
    /** What is difficult; read by curator and psychologist only. */
    DIFFICULTIES(MENTEE, Who.EVERYBODY, Sensitivity.CONFIDENTIAL, "participant.difficulties"),
    /** How somebody stands in the school ({@link Need}); read by curator and psychologist only. */
    NEEDS(MENTEE, Who.EVERYBODY, Sensitivity.CONFIDENTIAL, "participant_need.need"),
    /** A hard situation in life, if the school asks for it. */
    HARDSHIP(MENTEE, Who.PUPILS, Sensitivity.CONFIDENTIAL, "participant_need.need"),
    /** Limited health, if the school asks for it: a special category (152-ФЗ, article 10 part 1). */
    HEALTH(MENTEE, Who.PUPILS, Sensitivity.SPECIAL, "participant_need.need"),
    FORMS(Who.EVERYBODY, "participant_form.form"),
    ROLE_MODELS(Who.EVERYBODY, "participant_role_model.role_model"),
    HOURS(Who.EVERYBODY, "participant_hour.day_of_week", "participant_hour.from_minute", "participant_hour.to_minute"),
    /** Room for mentees and their age. */
    CAPACITY(MENTOR, Who.EVERYBODY, "participant.capacity", "participant.age_from", "participant.age_to"),
    /** Wishes after the group meeting and decisions about pairs. */
    PREFERENCES(Who.EVERYBODY),
    /** Training of a mentor. */
    TRAINING(MENTOR, Who.EVERYBODY),
    /** Measured at the beginning and at the end. */
    ASSESSMENT(Who.EVERYBODY),
    /** Where the participant stands, from the invitation to the end. */
    PROGRESS(
            Who.EVERYBODY,
            "participant.role",
            "participant.status",
            "participant.status_on",
            "participant_status.status",
            "participant_status.status_on",
            "participant_status.reason"),
    /** Pair or group, days of its meetings, and what has come of it. */
    PAIRS(Who.EVERYBODY, "participant.result"),
    AWARDS(Who.EVERYBODY),
    /** The psychologist's notes: of a minor they rest on the consent to the psychologist's help. */
    TALKS(Who.OTHERS, "psychologist_note.held_on", "psychologist_note.topic", "psychologist_note.advice");

    /** Who may read it, and what the law asks for. */
    private enum Sensitivity {
        PLAIN,
        CONFIDENTIAL,
        SPECIAL
    }

    /** Of whom it is kept. */
    private enum Who {
        EVERYBODY,
        PUPILS,
        OTHERS
    }

    /** What figures, codes of pairs and papers still show of somebody whose name is gone; see {@code Participant#erase}. */
    private static final Set<DataField> KEPT_WITHOUT_NAME =
            EnumSet.of(CATEGORY, FORMS, ROLE_MODELS, CAPACITY, TRAINING, PROGRESS, PAIRS, AWARDS);

    private static final Set<DataField> BY_CHOICE = EnumSet.of(HEALTH, HARDSHIP);

    private final Set<ParticipantRole> roles;
    private final Who who;
    private final Sensitivity sensitivity;
    private final List<String> columns;

    DataField(Who who, String... columns) {
        this(EnumSet.of(MENTEE, MENTOR), who, Sensitivity.PLAIN, columns);
    }

    DataField(ParticipantRole role, Who who, String... columns) {
        this(EnumSet.of(role), who, Sensitivity.PLAIN, columns);
    }

    DataField(ParticipantRole role, Who who, Sensitivity sensitivity, String... columns) {
        this(EnumSet.of(role), who, sensitivity, columns);
    }

    DataField(Set<ParticipantRole> roles, Who who, Sensitivity sensitivity, String... columns) {
        this.roles = roles;
        this.who = who;
        this.sensitivity = sensitivity;
        this.columns = List.of(columns);
    }

    /** Whether it is kept of somebody in this role. */
    public boolean of(ParticipantRole role) {
        return roles.contains(role);
    }

    /** Whether it is kept of a pupil or of somebody else. */
    public boolean ofPupils(boolean pupil) {
        return who == Who.EVERYBODY || (who == Who.PUPILS) == pupil;
    }

    /** Whether only curator and psychologist read it. */
    public boolean isConfidential() {
        return sensitivity != Sensitivity.PLAIN;
    }

    /** Whether it is a special category, for which the law wants a consent that names it (152-ФЗ, article 10 part 2 item 1). */
    public boolean isSpecialCategory() {
        return sensitivity == Sensitivity.SPECIAL;
    }

    /** Whether it is gone once somebody is not to be known any more; of the rest the texts are. */
    public boolean isDestroyed() {
        return !KEPT_WITHOUT_NAME.contains(this);
    }

    /** Whether a school decides that it is kept at all. */
    public boolean isByChoice() {
        return BY_CHOICE.contains(this);
    }

    /** Tables and columns that hold it: {@code person.phone}. */
    public List<String> columns() {
        return columns;
    }

    /**
     * What a consent to processing lists, in its order: all that is kept of somebody in this role, but what the
     * representative says of themselves.
     *
     * @param pupil a pupil, not somebody else
     * @param chosen what the school has decided to keep ({@link OfferedData})
     */
    public static List<DataField> listed(ParticipantRole role, boolean pupil, Collection<DataField> chosen) {
        return Arrays.stream(values())
                .filter(field -> field != REPRESENTATIVE && field.of(role) && field.ofPupils(pupil))
                .filter(field -> !field.isByChoice() || chosen.contains(field))
                .toList();
    }
}

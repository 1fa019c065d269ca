package org.mentoringroadmap.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The declaration of what is kept, against the tables: nothing about a person is kept that no consent lists. */
@ApplicationTest
class DataFieldTest {
    private static final List<String> TABLES = List.of(
            "person",
            "participant",
            "participant_form",
            "participant_role_model",
            "participant_topic",
            "participant_hour",
            "participant_need",
            "participant_status",
            "psychologist_note");

    /** Keys, counters, and who of the staff has written when: nothing that tells of the participant. */
    private static final Set<String> TECHNICAL = Set.of(
            "person.id",
            "person.version",
            "person.school_id",
            "person.anonymised_on",
            "person.merged_into",
            "person.compared",
            "person.changed_by",
            "person.changed_at",
            "participant.id",
            "participant.version",
            "participant.programme_id",
            "participant.person_id",
            "participant.changed_by",
            "participant.changed_at",
            "participant_form.participant_id",
            "participant_role_model.participant_id",
            "participant_topic.participant_id",
            "participant_hour.participant_id",
            "participant_need.participant_id",
            "participant_status.id",
            "participant_status.participant_id",
            "participant_status.changed_by",
            "participant_status.changed_at",
            "psychologist_note.id",
            "psychologist_note.version",
            "psychologist_note.participant_id",
            "psychologist_note.written_by",
            "psychologist_note.written_at");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MessageSource messages;

    @Test
    void everyColumnIsInTheListOfAConsent() {
        Set<String> declared = Arrays.stream(DataField.values())
                .flatMap(field -> field.columns().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        declared.addAll(TECHNICAL);

        Set<String> kept = new TreeSet<>(jdbc.sql("select lower(table_name) || '.' || lower(column_name)"
                        + " from information_schema.columns where lower(table_name) in (:tables)"
                        + " and lower(table_schema) = 'public'")
                .param("tables", TABLES)
                .query(String.class)
                .list());

        assertThat(kept).isEqualTo(declared);
    }

    @Test
    void everyFieldHasItsWordsAndStandsInSomeConsent() {
        Set<DataField> listed = Arrays.stream(ParticipantRole.values())
                .flatMap(role -> List.of(true, false).stream()
                        .flatMap(pupil -> DataField.listed(role, pupil, List.of(DataField.values())).stream()))
                .collect(Collectors.toSet());
        listed.add(DataField.REPRESENTATIVE); // a paragraph of its own, in the papers that a representative signs

        assertThat(listed).containsExactlyInAnyOrder(DataField.values());
        for (DataField field : DataField.values()) {
            assertThat(messages.getMessage("data-field." + field, null, Locale.forLanguageTag("ru")))
                    .isNotBlank();
        }
    }

    @Test
    void whatTheSchoolDoesNotAskForIsNotListed() {
        assertThat(DataField.listed(ParticipantRole.MENTEE, true, Set.of()))
                .contains(DataField.DIFFICULTIES, DataField.NEEDS, DataField.SCHOOL_CLASS)
                .doesNotContain(DataField.HEALTH, DataField.HARDSHIP, DataField.TALKS, DataField.COMPETENCES);
        assertThat(DataField.listed(ParticipantRole.MENTEE, true, Set.of(DataField.HEALTH)))
                .contains(DataField.HEALTH)
                .doesNotContain(DataField.HARDSHIP);
        assertThat(DataField.listed(ParticipantRole.MENTOR, false, List.of(DataField.values())))
                .contains(DataField.WORK, DataField.TALKS, DataField.CAPACITY)
                .doesNotContain(DataField.HEALTH, DataField.DIFFICULTIES, DataField.SCHOOL_CLASS);
    }
}

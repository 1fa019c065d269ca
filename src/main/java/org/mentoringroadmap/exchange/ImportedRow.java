package org.mentoringroadmap.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.participant.Hour;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;

/** What a row of a file says. Where it says nothing, what is known already stays. */
final class ImportedRow {
    final int number;
    final Map<ImportColumn, String> texts = new EnumMap<>(ImportColumn.class);
    final Map<ImportColumn, Integer> numbers = new EnumMap<>(ImportColumn.class);
    final Map<TopicKind, List<Topic>> topics = new EnumMap<>(TopicKind.class);
    final Map<Enum<?>, Boolean> flags = new HashMap<>();
    final List<ImportIssue> errors = new ArrayList<>();
    final List<ImportIssue> warnings = new ArrayList<>();

    /** Values that could not be read and are left out, since somebody has chosen so. */
    final List<ImportIssue> leftOut = new ArrayList<>();

    /** What cells have said beside what their headings say. */
    final List<Beside> beside = new ArrayList<>();

    LocalDate birthDate;

    /** The birthday as the cell writes it; null where there is none. */
    String birthText;

    /** Whether the row says that the person has left the school. */
    boolean gone;

    ParticipantCategory category;
    Long classId;

    /** Name of the class, known or to be added; null where the row names none. */
    String className;

    Set<Hour> hours;
    Set<MentoringForm> forms;
    Set<RoleModel> roleModels;
    Set<Need> needs;

    /** Columns of which cells of others have said the values. */
    final Set<ImportColumn> foundBeside = EnumSet.noneOf(ImportColumn.class);

    /** What is worth saying and needs nobody to look. */
    final List<String> notes = new ArrayList<>();

    private String keyedName;
    private String nameKey;

    /**
     * A value in a cell of another kind.
     *
     * @param title heading of that cell
     */
    record Beside(ImportColumn column, String text, String title) {}

    ImportedRow(int number) {
        this.number = number;
    }

    /** «Примеров Пётр Петрович», as far as the row says it. */
    String name() {
        List<String> parts = new ArrayList<>();
        for (ImportColumn column : List.of(ImportColumn.LAST_NAME, ImportColumn.FIRST_NAME, ImportColumn.MIDDLE_NAME)) {
            if (texts.containsKey(column)) {
                parts.add(texts.get(column));
            }
        }
        return String.join(" ", parts);
    }

    /** The {@link NameKey} of the name; asked for several times for each row. */
    String nameKey() {
        String name = name();
        if (!name.equals(keyedName)) {
            keyedName = name;
            nameKey = NameKey.of(name);
        }
        return nameKey;
    }

    /** The person with what the row says. Somebody who is known keeps the spelling of the name. */
    PersonDetails person(PersonDetails known) {
        return new PersonDetails(
                known == null ? texts.get(ImportColumn.LAST_NAME) : known.lastName(),
                known == null ? texts.get(ImportColumn.FIRST_NAME) : known.firstName(),
                known == null ? texts.get(ImportColumn.MIDDLE_NAME) : known.middleName(),
                birthDate != null || known == null ? birthDate : known.birthDate(),
                text(ImportColumn.PHONE, known == null ? null : known.phone()),
                text(ImportColumn.EMAIL, known == null ? null : known.email()),
                text(ImportColumn.ORGANISATION, known == null ? null : known.organisation()),
                text(ImportColumn.POST, known == null ? null : known.post()),
                known == null ? null : known.staffMemberId(),
                text(ImportColumn.REPRESENTATIVE_NAME, known == null ? null : known.representativeName()),
                text(ImportColumn.REPRESENTATIVE_RELATION, known == null ? null : known.representativeRelation()),
                text(ImportColumn.REPRESENTATIVE_PHONE, known == null ? null : known.representativePhone()));
    }

    /** The participant with what the row says. */
    ParticipantDetails participant(ParticipantDetails known) {
        return new ParticipantDetails(
                category != null ? category : known.category(),
                classId != null ? classId : known.classId(),
                numbers.getOrDefault(ImportColumn.CAPACITY, known.capacity()),
                numbers.getOrDefault(ImportColumn.AGE_FROM, known.ageFrom()),
                numbers.getOrDefault(ImportColumn.AGE_TO, known.ageTo()),
                text(ImportColumn.ACHIEVEMENTS, known.achievements()),
                text(ImportColumn.DIFFICULTIES, known.difficulties()),
                merged(forms, known.forms(), MentoringForm.class),
                merged(roleModels, known.roleModels(), RoleModel.class),
                topics(known.topics()),
                hours == null ? known.hours() : hours,
                merged(needs, known.needs(), Need.class));
    }

    private String text(ImportColumn column, String known) {
        return texts.getOrDefault(column, known);
    }

    /** A list stands for all; a column of its own for one value adds or takes that one. */
    private <T extends Enum<T>> Set<T> merged(Set<T> list, Set<T> known, Class<T> type) {
        Set<T> merged = new HashSet<>(list == null ? known : list);
        flags.forEach((value, yes) -> {
            if (type.isInstance(value)) {
                if (yes) {
                    merged.add(type.cast(value));
                } else {
                    merged.remove(type.cast(value));
                }
            }
        });
        return merged;
    }

    private List<Topic> topics(List<Topic> known) {
        List<Topic> merged = new ArrayList<>(known);
        topics.forEach((kind, said) -> {
            merged.removeIf(topic -> topic.kind() == kind);
            merged.addAll(said);
        });
        return merged;
    }
}

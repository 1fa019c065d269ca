package org.mentoringroadmap.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.HoursText;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.springframework.stereotype.Component;

/** What a card says in a column of a table, as the import reads it back. */
@Component
class CardTexts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final ImportWords words;

    CardTexts(ImportWords words) {
        this.words = words;
    }

    /** The text of a cell; empty where the card says nothing. */
    String of(ImportColumn column, PersonDetails person, ParticipantDetails details, String className) {
        return Objects.requireNonNullElse(
                switch (column) {
                    case LAST_NAME -> person.lastName();
                    case FIRST_NAME -> person.firstName();
                    case MIDDLE_NAME -> person.middleName();
                    case FULL_NAME -> person.fullName();
                    case BIRTH_DATE -> day(person.birthDate());
                    case CATEGORY -> words.title(details.category());
                    case SCHOOL_CLASS -> className;
                    case CLASS_YEAR, CLASS_LETTER -> "";
                    case REQUESTS -> details.wordings(TopicKind.REQUEST);
                    case DIFFICULTIES -> details.difficulties();
                    case COMPETENCES -> details.wordings(TopicKind.COMPETENCE);
                    case ACHIEVEMENTS -> details.achievements();
                    case INTERESTS -> details.wordings(TopicKind.INTEREST);
                    case HOURS -> HoursText.format(details.hours());
                    case CAPACITY -> String.valueOf(details.capacity());
                    case AGE_FROM -> number(details.ageFrom());
                    case AGE_TO -> number(details.ageTo());
                    case FORMS -> titles(details.forms());
                    case ROLE_MODELS -> titles(details.roleModels());
                    case NEEDS -> titles(details.needs());
                    case ORGANISATION -> person.organisation();
                    case POST -> person.post();
                    case REPRESENTATIVE_NAME -> person.representativeName();
                    case REPRESENTATIVE_RELATION -> person.representativeRelation();
                    case REPRESENTATIVE_PHONE -> person.representativePhone();
                    case PHONE -> person.phone();
                    case EMAIL -> person.email();
                },
                "");
    }

    static String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private static String number(Integer number) {
        return number == null ? "" : number.toString();
    }

    private String titles(Collection<? extends Enum<?>> values) {
        return values.stream()
                .sorted(Comparator.comparing(Enum::name))
                .map(words::title)
                .collect(Collectors.joining(", "));
    }
}

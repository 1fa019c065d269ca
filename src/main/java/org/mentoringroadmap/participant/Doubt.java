package org.mentoringroadmap.participant;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.shared.EnteredPhone;
import org.mentoringroadmap.shared.EnteredText;

/**
 * A value that is most likely a slip and may be right all the same: whoever enters it says so, or mends it.
 *
 * @param field where it stands
 * @param code key of the message bundles
 * @param value the value, for the message
 */
public record Doubt(Field field, String code, String value) {
    private static final Pattern INITIALS = Pattern.compile("\\p{L}\\.?|\\p{L}\\. ?\\p{L}\\.");
    private static final int MANY = 15;

    /** What no name has: a figure, or an address of mail. */
    private static final Pattern FIGURES = Pattern.compile("[\\d@]");

    /** A phone or an address of mail among other words. */
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\s()–.-]*\\d){6,}|@");

    private static final Pattern RELATIVE = Pattern.compile(
            "(?<!\\p{L})(?:мам|мать|матер|пап|отец|отц|бабушк|дедушк|опекун|родител)\\p{L}*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Columns and fields that are looked at. */
    public enum Field {
        NAME,
        BIRTH_DATE,
        PHONE,
        EMAIL,
        REPRESENTATIVE_PHONE,
        REPRESENTATIVE_NAME,
        REPRESENTATIVE_RELATION,
        ORGANISATION,
        POST,
        CAPACITY
    }

    /** What is odd about checked details; nothing that was known already is asked again.
     *
     * @param known what the card says; null for somebody new
     * @param category decides which birthdays are odd
     */
    public static List<Doubt> of(
            PersonDetails person, PersonDetails known, ParticipantCategory category, LocalDate today) {
        List<Doubt> doubts = new ArrayList<>();
        if (known == null || !known.fullName().equals(person.fullName())) {
            name(person).ifPresent(doubts::add);
        }
        if (person.birthDate() != null
                && !isAgeOf(category, person.birthDate(), today)
                && (known == null || !person.birthDate().equals(known.birthDate()))) {
            doubts.add(new Doubt(
                    Field.BIRTH_DATE,
                    "doubt.birth-date." + (category == ParticipantCategory.PUPIL ? "pupil" : "adult"),
                    String.valueOf(Period.between(person.birthDate(), today).getYears())));
        }
        phone(doubts, Field.PHONE, person.phone(), known == null ? null : known.phone());
        phone(
                doubts,
                Field.REPRESENTATIVE_PHONE,
                person.representativePhone(),
                known == null ? null : known.representativePhone());
        ofAnother(person.phone(), known == null ? null : known.phone()).ifPresent(doubts::add);
        words(doubts, Field.REPRESENTATIVE_NAME, person, known, PersonDetails::representativeName);
        words(doubts, Field.REPRESENTATIVE_RELATION, person, known, PersonDetails::representativeRelation);
        words(doubts, Field.ORGANISATION, person, known, PersonDetails::organisation);
        words(doubts, Field.POST, person, known, PersonDetails::post);
        if (person.email() != null
                && !person.email().matches("[\\x21-\\x7e]+")
                && (known == null || !person.email().equals(known.email()))) {
            doubts.add(new Doubt(Field.EMAIL, "doubt.email-letters", person.email()));
        }
        return doubts;
    }

    /** The same of a mentor's room. */
    public static List<Doubt> of(ParticipantDetails details, ParticipantDetails known) {
        return details.capacity() > MANY && (known == null || known.capacity() != details.capacity())
                ? List.of(new Doubt(Field.CAPACITY, "doubt.capacity", String.valueOf(details.capacity())))
                : List.of();
    }

    /** Whether somebody of the category may have been born then. */
    public static boolean isAgeOf(ParticipantCategory category, LocalDate birthDate, LocalDate today) {
        int age = Period.between(birthDate, today).getYears();
        return category == ParticipantCategory.PUPIL ? age >= 5 && age <= 20 : age >= 16 && age <= 90;
    }

    private static Optional<Doubt> name(PersonDetails person) {
        String name = person.fullName();
        if (EnteredText.isMixed(name)) {
            return Optional.of(new Doubt(Field.NAME, "doubt.name-mixed", name));
        }
        if (FIGURES.matcher(name).find()) {
            return Optional.of(new Doubt(Field.NAME, "doubt.words-figures", name));
        }
        return INITIALS.matcher(person.firstName()).matches()
                ? Optional.of(new Doubt(Field.NAME, "doubt.name-initial", person.firstName()))
                : Optional.empty();
    }

    /** A phone, an address or a day among words: two values in one field. */
    private static void words(
            List<Doubt> doubts,
            Field field,
            PersonDetails person,
            PersonDetails known,
            Function<PersonDetails, String> value) {
        String text = value.apply(person);
        boolean figures = text != null
                && (field == Field.REPRESENTATIVE_NAME ? FIGURES : NUMBER)
                        .matcher(text)
                        .find();
        if (figures && (known == null || !text.equals(value.apply(known)))) {
            doubts.add(new Doubt(field, "doubt.words-figures", text));
        }
    }

    /** «Мама» beside the participant's own phone: it is hers. */
    private static Optional<Doubt> ofAnother(String phone, String known) {
        return phone == null || phone.equals(known) || !RELATIVE.matcher(phone).find()
                ? Optional.empty()
                : Optional.of(new Doubt(Field.PHONE, "doubt.phone-of-other", phone));
    }

    private static void phone(List<Doubt> doubts, Field field, String phone, String known) {
        if (phone != null && !Objects.equals(phone, known)) {
            EnteredPhone.doubt(phone).ifPresent(code -> doubts.add(new Doubt(field, code, phone)));
        }
    }
}

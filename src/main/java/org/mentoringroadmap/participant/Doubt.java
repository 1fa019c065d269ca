package org.mentoringroadmap.participant;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private static final int MANY = 15;

    /** Columns and fields that are looked at. */
    public enum Field {
        NAME,
        BIRTH_DATE,
        PHONE,
        EMAIL,
        REPRESENTATIVE_PHONE,
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
        return person.firstName().matches("\\p{L}\\.?|\\p{L}\\. ?\\p{L}\\.")
                ? Optional.of(new Doubt(Field.NAME, "doubt.name-initial", person.firstName()))
                : Optional.empty();
    }

    private static void phone(List<Doubt> doubts, Field field, String phone, String known) {
        if (phone != null && !Objects.equals(phone, known)) {
            EnteredPhone.doubt(phone).ifPresent(code -> doubts.add(new Doubt(field, code, phone)));
        }
    }
}

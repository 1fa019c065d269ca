package org.mentoringroadmap.person;

import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.EnteredPhone;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What is entered about a person. Everything but the two names may be null.
 *
 * @param organisation employer or college of somebody from outside
 * @param staffMemberId the person's own entry in the staff of the school
 * @param representativeRelation ground of the representative's authority: mother, father, guardian by order …
 */
public record PersonDetails(
        String lastName,
        String firstName,
        String middleName,
        LocalDate birthDate,
        String phone,
        String email,
        String organisation,
        String post,
        Long staffMemberId,
        String representativeName,
        String representativeRelation,
        String representativePhone) {
    private static final int MAX_AGE = 110;

    /** One address: what separates two of them, or begins a name beside it, is not in it. */
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s,;<>()«»\"]+@[^@\\s,;<>()«»\"]+(?<!\\.)\\.[^@\\s.,;<>()«»\"]{2,}");

    /** Only a name and a birthday. */
    public static PersonDetails named(String lastName, String firstName, String middleName, LocalDate birthDate) {
        return new PersonDetails(
                lastName, firstName, middleName, birthDate, null, null, null, null, null, null, null, null);
    }

    /**
     * The details with clean texts.
     *
     * @param today the day on which they are entered
     * @throws UserInputException {@code person.last-name}, {@code person.first-name}, {@code person.birth-date}, {@code
     *     person.email}, {@code input.phone-lost}, {@code person.too-long}
     */
    public PersonDetails checked(LocalDate today) {
        if (birthDate != null && (birthDate.isAfter(today) || birthDate.isBefore(today.minusYears(MAX_AGE)))) {
            throw new UserInputException("person.birth-date");
        }
        String mail = text(email, 200);
        if (mail != null && !EMAIL.matcher(mail).matches()) {
            throw new UserInputException("person.email");
        }
        boolean cyrillic = Stream.of(lastName, firstName, middleName)
                .anyMatch(part -> part != null && EnteredText.isCyrillic(part));
        return new PersonDetails(
                required(lastName, cyrillic, "person.last-name"),
                required(firstName, cyrillic, "person.first-name"),
                middleName == null || PersonName.isNoPatronymic(middleName) ? null : name(middleName, cyrillic),
                birthDate,
                EnteredPhone.checked(text(phone, 100)),
                mail,
                text(organisation, 300),
                text(post, 200),
                staffMemberId,
                text(representativeName, 310),
                text(representativeRelation, 200),
                EnteredPhone.checked(text(representativePhone, 100)));
    }

    /** A Russian name has no Latin «A», even where the word could be Latin. */
    private static String name(String value, boolean cyrillic) {
        String text = text(value, 100);
        return text == null || !cyrillic ? text : EnteredText.inCyrillic(text);
    }

    private static String required(String value, boolean cyrillic, String code) {
        String text = name(value, cyrillic);
        if (text == null || NameKey.of(text).isEmpty()) {
            throw new UserInputException(code);
        }
        return text;
    }

    private static String text(String value, int longest) {
        String clean = EnteredText.clean(value);
        if (clean == null) {
            return null;
        }
        String line = SPACES.matcher(clean).replaceAll(" ");
        if (line.length() > longest) {
            throw new UserInputException("person.too-long", String.valueOf(longest));
        }
        return line;
    }

    /** The same without birthday, contacts and representative: who it is and where the person works. */
    public PersonDetails withoutContacts() {
        return new PersonDetails(
                lastName, firstName, middleName, null, null, null, organisation, post, staffMemberId, null, null, null);
    }

    /** The same with an entry in the staff of the school. */
    public PersonDetails ofStaff(Long memberId) {
        return new PersonDetails(
                lastName,
                firstName,
                middleName,
                birthDate,
                phone,
                email,
                organisation,
                post,
                memberId,
                representativeName,
                representativeRelation,
                representativePhone);
    }

    /** The name in its parts. */
    public PersonName name() {
        return new PersonName(lastName, firstName, middleName);
    }

    /** «Примеров Пётр Петрович». */
    public String fullName() {
        return lastName + " " + firstName + (middleName == null ? "" : " " + middleName);
    }
}

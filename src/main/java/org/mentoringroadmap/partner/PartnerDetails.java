package org.mentoringroadmap.partner;

import org.mentoringroadmap.shared.EnteredPhone;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What is entered about an organisation. Everything but name and kind may be null.
 *
 * @param name as its letters name it
 * @param kind what it is
 * @param contactName full name of whom to talk to
 * @param contactPost post of that person
 * @param contribution what it does for the programme
 */
public record PartnerDetails(
        String name,
        PartnerKind kind,
        String contactName,
        String contactPost,
        String phone,
        String email,
        String address,
        String contribution) {
    private static final int NAME = 300;
    private static final int PERSON = 310;
    private static final int SHORT = 200;
    private static final int PHONE = 100;
    private static final int ADDRESS = 500;
    private static final int TEXT = 2000;
    private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

    /** Only a name and a kind. */
    public static PartnerDetails named(String name, PartnerKind kind) {
        return new PartnerDetails(name, kind, null, null, null, null, null, null);
    }

    /**
     * The details with clean texts.
     *
     * @throws UserInputException {@code partner.name}, {@code partner.kind}, {@code partner.email}, {@code
     *     partner.too-long}, {@code input.phone-lost}
     */
    public PartnerDetails checked() {
        String cleanName = line(name, NAME);
        if (cleanName == null) {
            throw new UserInputException("partner.name");
        }
        if (kind == null) {
            throw new UserInputException("partner.kind");
        }
        String cleanEmail = line(email, SHORT);
        if (cleanEmail != null && !cleanEmail.matches(EMAIL)) {
            throw new UserInputException("partner.email");
        }
        return new PartnerDetails(
                cleanName,
                kind,
                line(contactName, PERSON),
                line(contactPost, SHORT),
                EnteredPhone.checked(line(phone, PHONE)),
                cleanEmail,
                line(address, ADDRESS),
                text(contribution, TEXT));
    }

    private static String line(String value, int longest) {
        String clean = text(value, longest);
        return clean == null ? null : clean.replaceAll("\\s+", " ");
    }

    private static String text(String value, int longest) {
        String clean = EnteredText.clean(value);
        if (clean != null && clean.length() > longest) {
            throw new UserInputException("partner.too-long", String.valueOf(longest));
        }
        return clean;
    }
}

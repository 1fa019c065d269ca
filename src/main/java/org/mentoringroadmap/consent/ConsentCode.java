package org.mentoringroadmap.consent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoringroadmap.participant.ConsentKind;

/**
 * What a printed consent carries as text and QR code: which participant and what for, and nothing about the person. Only
 * digits and hyphens, so that a keyboard or a scanner types it in any layout; the last digit guards against a slip.
 *
 * @param participantId whose paper it is
 * @param kind what it allows
 */
public record ConsentCode(Long participantId, ConsentKind kind) {
    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,15})\\s*[-–—]\\s*(\\d)\\s*[-–—]\\s*(\\d)\\s*");

    /** {@code <participant>-<kind>-<check digit>}, for example {@code 1027-1-4}. */
    public String text() {
        String digits = participantId + "" + (kind.ordinal() + 1);
        return participantId + "-" + (kind.ordinal() + 1) + "-" + check(digits);
    }

    /** Reads a code as it was typed or scanned; empty where it is none or has a slip. */
    public static Optional<ConsentCode> parse(String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int kind = Integer.parseInt(matcher.group(2));
        if (kind < 1 || kind > ConsentKind.values().length) {
            return Optional.empty();
        }
        ConsentCode code = new ConsentCode(Long.valueOf(matcher.group(1)), ConsentKind.values()[kind - 1]);
        return Optional.of(code).filter(read -> read.text().endsWith(matcher.group(3)));
    }

    /** Luhn's digit (ISO/IEC 7812-1): finds one wrong digit and nearly all swapped neighbours. */
    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}

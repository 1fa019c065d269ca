package org.mentoringroadmap.questionnaire;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.mentoringroadmap.shared.Sha256;

/**
 * The secret of a personal link, and the short code of the computer room. The secret is 128 random bits; the database holds
 * its digest only, so that nobody who reads the database opens a page.
 */
final class LinkToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** Nothing that is taken for another one, on a sheet and in a loud room. */
    private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY34679";

    private static final int CODE_LENGTH = 8;

    private LinkToken() {}

    /** A new secret. */
    static String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether it looks like a secret at all. */
    static boolean isToken(String text) {
        return text != null && TOKEN.matcher(text).matches();
    }

    /** What is kept of a secret. */
    static String digest(String token) {
        return new Sha256().add("questionnaire-link").add(token).hex();
    }

    /** A new code. */
    static String makeCode() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** A code as it was typed: small letters, spaces and hyphens make no difference, nor do Russian letters of the same look. */
    static String typedCode(String text) {
        StringBuilder code = new StringBuilder();
        for (char c : text.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            int russian = "АСЕНКМРТХУВ".indexOf(c);
            char latin = russian < 0 ? c : "ACEHKMPTXYB".charAt(russian);
            if (Character.isLetterOrDigit(latin)) {
                code.append(latin);
            }
        }
        return code.length() == CODE_LENGTH ? code.toString() : "";
    }
}

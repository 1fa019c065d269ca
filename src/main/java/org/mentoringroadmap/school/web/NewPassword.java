package org.mentoringroadmap.school.web;

import java.security.SecureRandom;

/** Passwords that are read from a sheet of paper: without letters that look alike. */
final class NewPassword {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private NewPassword() {}

    /** Fifteen random letters in groups of five, about 74 bits. */
    static String random() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}

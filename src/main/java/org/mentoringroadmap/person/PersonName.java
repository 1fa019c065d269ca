package org.mentoringroadmap.person;

/** How Russian documents shorten a person's name. */
public final class PersonName {
    private PersonName() {}

    /** «Иванова Анна Петровна» → «Иванова А. П.»; a single word stays as it is. */
    public static String initials(String fullName) {
        String[] words = fullName.strip().split("\\s+");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length && i < 3; i++) {
            name.append(' ').append(words[i].charAt(0)).append('.');
        }
        return name.toString();
    }

    /** «Иванова Анна Петровна» → «А. П. Иванова», the order at a signature. */
    public static String signature(String fullName) {
        String[] words = initials(fullName).split(" ", 2);
        return words.length == 1 ? words[0] : words[1] + " " + words[0];
    }
}

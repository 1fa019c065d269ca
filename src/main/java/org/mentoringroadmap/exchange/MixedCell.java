package org.mentoringroadmap.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cell into which people have put more than its heading says: «Иванова Мария (мать), +7 900 000-00-01», «Иванов Иван, 5А,
 * 01.09.2013». What is of a kind of its own is taken out; the rest is what the heading says.
 *
 * @param rest what is left, without the signs that stood between; empty where nothing is
 * @param phones phones with a comma between; empty for none, as with the others
 * @param relation «мать»; empty as well where the cell speaks of two
 */
record MixedCell(String rest, String phones, String email, String birthday, String schoolClass, String relation) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String LEFT = "(?<![\\p{L}\\d])";
    private static final String RIGHT = "(?![\\p{L}\\d])";

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern EMAIL = Pattern.compile(
            "(?:(?:e-?mail|почта|эл\\.? ?почта)\\s*:?\\s*)?([\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+)",
            FLAGS);
    private static final Pattern BIRTHDAY = Pattern.compile(
            "(?:(?:д\\.? ?р\\.?|дата рождения|род\\.?)\\s*:?\\s*)?(?<!\\d)"
                    + "(\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{1,2} \\p{L}{3,8} \\d{4})(?!\\d)"
                    + "(?:\\s*г(?:ода?)?\\.?)?(?:\\s*р(?:ождения|\\.)?)?" + RIGHT,
            FLAGS);
    private static final Pattern PHONE = Pattern.compile(
            "(?:" + LEFT + "(?:телефон|тел|моб|сот|т)\\.?\\s*:?\\s*)?(?<!\\d)"
                    + "(\\+?\\d(?:[\\s()–.-]*\\d){9,14}|\\d{1,3}-\\d{2}-\\d{2})(?!\\d)",
            FLAGS);
    private static final Pattern CLASS = Pattern.compile(
            "(?<=[\\s,;(])((?:1[0-2]|[1-9])\\s*[-–]?\\s*[«\"]?[А-ЯЁA-Z][»\"]?(?:\\s*(?:класс|кл\\.?))?"
                    + "|(?:1[0-2]|[1-9])\\s*(?:класс|кл\\.?))(?=[\\s,;).]|$)",
            FLAGS);
    private static final Pattern RELATION = Pattern.compile(
            LEFT + "((?:при[её]мн(?:ая|ый) )?(?:мать|мама|отец|папа)|бабушка|дедушка|опекун(?:ша)?|попечитель(?:ница)?"
                    + "|т[её]тя|дядя|сестра|брат|отчим|мачеха)" + RIGHT,
            FLAGS);

    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'’-]*\\.?(?:\\s*\\p{Lu}[\\p{L}'’-]*\\.?)+");

    /** Signs that stood between and are between nothing now. */
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("[(\\[]\\s*[,;:.–-]*\\s*[)\\]]");

    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;:/–—]+(?:\\s*[,;:/–—-]+)*\\s*");
    private static final Pattern AT_AN_END = Pattern.compile("^[\\s,;:/.–—-]+|[\\s,;:/–—-]+$|(?<=\\p{L}{3})\\.$");

    /** Of a cell with the name of a participant: it may say the class and the birthday too, and whose the phone is. */
    static MixedCell ofName(String text) {
        if (!hasFiguresOrAddress(text)) { // as a rule
            return new MixedCell(text.strip(), "", "", "", "", "");
        }
        Taking taking = new Taking(text);
        String email = taking.take(EMAIL);
        String birthday = taking.take(BIRTHDAY);
        String phones = taking.take(PHONE);
        String relation = phones.isEmpty() ? "" : taking.take(RELATION);
        return new MixedCell("", phones, email, birthday, taking.take(CLASS), relation).withRest(taking);
    }

    /** Of a cell with the name or the phone of somebody to whom the participant is a child. */
    static MixedCell ofRepresentative(String text) {
        Taking taking = new Taking(text);
        boolean figures = hasFiguresOrAddress(text);
        String email = figures ? taking.take(EMAIL) : "";
        String phones = figures ? taking.take(PHONE) : "";
        String relation = "";
        Matcher said = RELATION.matcher(text);
        if (said.find() && !said.find()) {
            relation = taking.take(RELATION);
        }
        return new MixedCell("", phones, email, "", "", relation).withRest(taking);
    }

    /** Of a cell with a way to reach the participant. */
    static MixedCell ofContact(String text) {
        Taking taking = new Taking(text);
        String email = taking.take(EMAIL);
        return new MixedCell("", taking.take(PHONE), email, "", "", "").withRest(taking);
    }

    private static boolean hasFiguresOrAddress(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9' || c == '@');
    }

    /** Whether nothing but what the heading says stands in the cell. */
    boolean isPlain() {
        return phones.isEmpty() && email.isEmpty() && birthday.isEmpty() && schoolClass.isEmpty() && relation.isEmpty();
    }

    /** Whether the rest is a name: two words or more, each with a capital. */
    boolean restIsName() {
        return NAME.matcher(rest).matches();
    }

    private MixedCell withRest(Taking taking) {
        return new MixedCell(taking.rest(), phones, email, birthday, schoolClass, relation);
    }

    /** Letters in words with one space between, of which nothing is tidied. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean between = c == ' ' && i > 0 && i < text.length() - 1 && text.charAt(i - 1) != ' ';
            if (!between && !Character.isLetter(c)) {
                return false;
            }
        }
        return true;
    }

    private static final class Taking {
        private String left;

        Taking(String text) {
            left = text;
        }

        /** All that fits, with commas between; it is in the rest no more. */
        String take(Pattern pattern) {
            List<String> taken = new ArrayList<>();
            Matcher found = pattern.matcher(left);
            StringBuilder rest = new StringBuilder();
            while (found.find()) {
                taken.add(found.group(1).strip());
                found.appendReplacement(rest, ", ");
            }
            found.appendTail(rest);
            if (!taken.isEmpty()) {
                left = rest.toString();
            }
            return taken.stream().distinct().collect(Collectors.joining(", "));
        }

        String rest() {
            if (isName(left)) { // as a rule
                return left;
            }
            String tidy = EMPTY_BRACKETS.matcher(left).replaceAll(" ");
            tidy = BETWEEN.matcher(tidy)
                    .replaceAll(between -> between.group().strip().length() > 1 ? ", " : "$0");
            String before;
            do {
                before = tidy;
                tidy = SPACES.matcher(AT_AN_END.matcher(tidy).replaceAll("")).replaceAll(" ");
            } while (!tidy.equals(before));
            return tidy;
        }
    }
}

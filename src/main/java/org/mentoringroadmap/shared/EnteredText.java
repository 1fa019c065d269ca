package org.mentoringroadmap.shared;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as people enter them and as programs hand them on, made plain: the one place for pages, API, task forms and files.
 * What nobody sees goes, what nobody can tell from the usual character becomes the usual one, and what can be told stays.
 */
public final class EnteredText {
    /** A character that office programs write as its code, since their files may not have it: a line end is {@code _x000D_}. */
    private static final Pattern CODED =
            Pattern.compile("(?:_x005[fF])?_x00([01][0-9a-fA-F]|[89][0-9a-fA-F]|7[fF]|[aA][0dD])_");

    /** A space or a hyphen that nobody sees, as web pages write them. */
    private static final Pattern ENTITY = Pattern.compile("&(?:(nbsp|#160|#[xX][aA]0)|shy|#173|zwnj|zwj|#8203);");

    /** With it office programs mark what is no formula and no number. */
    private static final Pattern MARKED_AS_TEXT = Pattern.compile("^['\u2019\u02BC](?=[=+@\\d-])");

    private static final Pattern LINE_END = Pattern.compile("\r\n?|[\u000B\f\u0085\u2028\u2029]");

    /** A stress above a letter: dictionaries print it, nobody spells with it. */
    private static final Pattern STRESS = Pattern.compile("(?<=[\u0400-\u052F])[\u0300\u0301]+");

    /** A mark that belongs to no letter. */
    private static final Pattern LONELY_MARK = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])\\p{M}+");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

    /** An address of mail or of a page. */
    private static final Pattern ADDRESS = Pattern.compile("\\S+(?:@|://)\\S+");

    private static final String LATIN = "ABCEHKMOPTXYacekopxyËëΑΒΕΗΚΜΟΡΤΧαορχ";
    private static final String AS_CYRILLIC = "АВСЕНКМОРТХУасекорхуЁёАВЕНКМОРТХаорх";
    private static final String CYRILLIC = "АВСЕНКМОРТХУаскеорхуІіЅѕЈј";
    private static final String AS_LATIN = "ABCEHKMOPTXYackeopxyIiSsJj";

    /** Fillers, joiners and selectors that are no format characters and are not seen either. */
    private static final String UNSEEN = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u3164\uFFA0\uFFFC";

    private static final String HYPHENS = "\u02D7\u2010\u2011\u2043\u2212\uFE63\uFF0D";
    private static final String BARS = "\u2015\uFE58\u2E3A\u2E3B";

    /** Below it stand ASCII's letters and signs. */
    private static final int FIRST_AFTER_ASCII = 0x80;

    private EnteredText() {}

    /** The text in one plain form, without space around it; null where nothing is left. Cleaned again it stays the same. */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        String clean = plain(text);
        return clean.isEmpty() ? null : clean;
    }

    /** The same, where an empty text is a text. */
    public static String plain(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        String shown = CODED.matcher(text)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
        shown = ENTITY.matcher(shown).replaceAll(entity -> entity.group(1) == null ? "" : " ");
        shown = seen(LINE_END.matcher(shown).replaceAll("\n"));
        shown = Normalizer.normalize(shown, Normalizer.Form.NFC);
        shown = STRESS.matcher(shown)
                .replaceAll("")
                .replace('ѐ', 'е')
                .replace('Ѐ', 'Е')
                .replace('ѝ', 'и')
                .replace('Ѝ', 'И');
        shown = LONELY_MARK.matcher(shown).replaceAll("").strip();
        shown = MARKED_AS_TEXT.matcher(shown).replaceFirst("");
        return inOneAlphabet(shown).strip();
    }

    /** Most texts are Russian letters, digits and usual signs: nothing of them has to change. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = c >= ' ' && c < '\u007f' && c != '\'' && c != '_' && c != '&' && !isForeign(c);
            if (!isRussian(c) && !sign && c != '\n' && c != '«' && c != '»' && c != '–' && c != '—' && c != '№') {
                return false;
            }
        }
        return true;
    }

    /** Without what is not seen; wide forms, spaces and dashes as the usual ones. */
    private static String seen(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(seen, c));
        return seen.toString();
    }

    private static void append(StringBuilder seen, int c) {
        if (c == '\n') {
            seen.append('\n');
        } else if (c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR || c == '\u2800') {
            seen.append(' ');
        } else if (HYPHENS.indexOf(c) >= 0) {
            seen.append('-');
        } else if (BARS.indexOf(c) >= 0) {
            seen.append('—');
        } else if (c >= 0xFF01 && c <= 0xFF5E) {
            seen.append((char) (c - 0xFEE0));
        } else if (c >= 0xFB00 && c <= 0xFB06 || c >= 0x1D400 && c <= 0x1D7FF) {
            seen.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)); // joined and styled letters
        } else if (isSeen(c)) {
            seen.appendCodePoint(c);
        }
    }

    private static boolean isSeen(int c) {
        boolean selector = c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
        boolean noCharacter = c >= 0xFDD0 && c <= 0xFDEF || (c & 0xFFFE) == 0xFFFE;
        return !selector
                && !noCharacter
                && UNSEEN.indexOf(c) < 0
                && switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
                    default -> true;
                };
    }

    /** No word in two alphabets where one of them is a slip of the keyboard. */
    private static String inOneAlphabet(String text) {
        if (text.codePoints().noneMatch(EnteredText::isCyrillic)
                || text.codePoints().noneMatch(EnteredText::isForeign)) {
            return text;
        }
        String addressed =
                ADDRESS.matcher(text).replaceAll(address -> Matcher.quoteReplacement(inLatin(address.group())));
        return WORD.matcher(addressed).replaceAll(word -> Matcher.quoteReplacement(inOneAlphabetWord(word.group())));
    }

    private static String inOneAlphabetWord(String word) {
        boolean cyrillic = word.codePoints().anyMatch(EnteredText::isCyrillic);
        boolean foreign = word.codePoints().anyMatch(EnteredText::isForeign);
        if (!cyrillic || !foreign) {
            return word;
        }
        String russian = inCyrillicWord(word);
        return russian.codePoints().anyMatch(EnteredText::isForeign) ? inLatin(word) : russian;
    }

    /** The text, its words that may as well be Cyrillic among them: a list that is Russian has no Latin «A». */
    public static String inCyrillic(String text) {
        if (text.codePoints().noneMatch(EnteredText::isForeign)) {
            return text;
        }
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(inCyrillicWord(word.group())));
    }

    /** Unchanged where a letter of it has no Cyrillic twin. */
    private static String inCyrillicWord(String word) {
        String russian = swapped(word, LATIN, AS_CYRILLIC);
        return russian.codePoints().anyMatch(EnteredText::isForeign) ? word : russian;
    }

    /** Unchanged where a letter of it has no Latin twin. */
    private static String inLatin(String word) {
        String latin = swapped(word, CYRILLIC, AS_LATIN);
        return latin.codePoints().anyMatch(EnteredText::isCyrillic) ? word : latin;
    }

    private static String swapped(String text, String from, String to) {
        StringBuilder swapped = new StringBuilder(text);
        for (int i = 0; i < swapped.length(); i++) {
            int twin = from.indexOf(swapped.charAt(i));
            if (twin >= 0) {
                swapped.setCharAt(i, to.charAt(twin));
            }
        }
        return swapped.toString();
    }

    /** Whether a word of the text still has letters of two alphabets. */
    public static boolean isMixed(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group())
                .anyMatch(word -> word.codePoints().anyMatch(EnteredText::isCyrillic)
                        && word.codePoints().anyMatch(EnteredText::isForeign));
    }

    /** Whether it has a Cyrillic letter. */
    public static boolean isCyrillic(String text) {
        return text.codePoints().anyMatch(EnteredText::isCyrillic);
    }

    private static boolean isCyrillic(int c) {
        if (c < FIRST_AFTER_ASCII || isRussian(c)) { // as a rule, and looking up the script takes long
            return isRussian(c);
        }
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC && Character.isLetter(c);
    }

    private static boolean isRussian(int c) {
        return c >= 'А' && c <= 'я' || c == 'ё' || c == 'Ё';
    }

    private static boolean isForeign(int c) {
        if (c < FIRST_AFTER_ASCII || isRussian(c)) {
            return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return (script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.GREEK)
                && Character.isLetter(c);
    }
}

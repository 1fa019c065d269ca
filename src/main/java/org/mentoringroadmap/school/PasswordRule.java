package org.mentoringroadmap.school;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Which passwords may be chosen: from 8 to 128 characters, and none that is guessed from the words, names, dates and
 * rows of keys that everybody uses, in English or Russian, with either layout of the keyboard, or from what is known of
 * the person. There is no rule about digits and signs: length is what counts.
 */
@Component
@Lazy // its lists of words are read when the first password is chosen
public class PasswordRule {
    public static final int MIN_LENGTH = 8;
    public static final int MAX_LENGTH = 128;

    private static final int LEAST_SCORE = 3; // of 4: a hundred million guesses are not enough
    private static final int MEASURED = 40; // what is strong at its beginning is strong
    private static final String WORDS = "passwords/russian-words.txt";
    private static final String LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./";
    private static final String CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбю.";
    private static final String LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] SOUNDS = (" a b v g d e e zh z i y k l m n o p r s t u f h ts ch sh sch  y  e yu ya")
            .substring(1)
            .split(" ", -1);

    private final Zxcvbn estimator = new Zxcvbn();
    private final List<String> words = words();

    /**
     * Demands a password that is hard to guess.
     *
     * @param about what others know of the person: login, names, address of mail
     * @throws UserInputException {@code account.password} when it is too short, {@code account.password-long}, {@code
     *     account.password-easy}
     */
    public void check(String password, Collection<String> about) {
        if (password == null || password.length() < MIN_LENGTH) {
            throw new UserInputException("account.password", String.valueOf(MIN_LENGTH));
        }
        if (password.length() > MAX_LENGTH) {
            throw new UserInputException("account.password-long", String.valueOf(MAX_LENGTH));
        }
        if (isEasy(password, about)) {
            throw new UserInputException("account.password-easy");
        }
    }

    private boolean isEasy(String password, Collection<String> about) {
        List<String> known = new ArrayList<>(words);
        about.stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .flatMap(text -> Stream.concat(Stream.of(text), Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() > 2)
                .flatMap(word -> Stream.of(word, spelled(word)))
                .forEach(known::add);
        String measured =
                password.substring(0, Math.min(password.length(), MEASURED)).toLowerCase(Locale.ROOT);
        return Stream.of(measured, typed(measured, LATIN, CYRILLIC), typed(measured, CYRILLIC, LATIN))
                .distinct()
                .anyMatch(text -> estimator.measure(text, known).getScore() < LEAST_SCORE);
    }

    /** What the same keys give with the other layout. */
    private static String typed(String text, String from, String to) {
        return text.chars()
                .map(letter -> from.indexOf(letter) < 0 ? letter : to.charAt(from.indexOf(letter)))
                .collect(StringBuilder::new, (typed, letter) -> typed.append((char) letter), StringBuilder::append)
                .toString();
    }

    /** A Russian word in Latin letters. */
    private static String spelled(String word) {
        return word.chars()
                .mapToObj(letter ->
                        LETTERS.indexOf(letter) < 0 ? String.valueOf((char) letter) : SOUNDS[LETTERS.indexOf(letter)])
                .collect(Collectors.joining());
    }

    private static List<String> words() {
        try {
            return new ClassPathResource(WORDS)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .flatMap(word -> Stream.of(word, spelled(word)))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common words cannot be read", e);
        }
    }
}

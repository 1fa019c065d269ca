package org.mentoringroadmap.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;

/**
 * The words of a short list, of staff or of organisations, from the message bundles: {@code <prefix>.<ID>} is the title of a
 * column, {@code <prefix>.<ID>.also} other headings that stand for it, and {@code <prefix>.<ID>.beside} those that stand for
 * it where what they otherwise mean has a column of its own to the left: «Классный руководитель» right of «ФИО» has classes.
 */
public final class ListWords implements Headings {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> beside = new HashMap<>();
    private final Set<String> numbers;
    private final Set<String> below;
    private final Set<String> gone;
    private final Set<String> names;
    private final List<Set<String>> enough;

    /**
     * The words of a list.
     *
     * @param columns ids of the columns
     * @param enough sets of columns of which each says what a row is about; they are the names of a row
     */
    public ListWords(MessageSource messages, String prefix, List<String> columns, List<Set<String>> enough) {
        this(messages, prefix, columns, enough, Map.of());
    }

    /**
     * The same with columns whose titles are data, such as the questions of a questionnaire.
     *
     * @param more their titles by id, in the order of the list
     */
    public ListWords(
            MessageSource messages,
            String prefix,
            List<String> columns,
            List<Set<String>> enough,
            Map<String, String> more) {
        for (String column : columns) {
            String title = messages.getMessage(prefix + "." + column, null, RUSSIAN);
            titles.put(column, title);
            known.put(HeadingKey.of(title), column);
            words(messages, prefix + "." + column + ".also").forEach(way -> known.putIfAbsent(way, column));
            words(messages, prefix + "." + column + ".beside").forEach(way -> beside.putIfAbsent(way, column));
        }
        more.forEach((column, title) -> {
            titles.put(column, title);
            known.putIfAbsent(HeadingKey.of(title), column);
        });
        numbers = words(messages, "import-column.numbers");
        below = words(messages, "import-word.below");
        gone = words(messages, "import-word.gone");
        this.enough = enough;
        names = new HashSet<>();
        enough.forEach(names::addAll);
    }

    private static Set<String> words(MessageSource messages, String code) {
        String list = messages.getMessage(code, null, "", RUSSIAN);
        Set<String> words = new HashSet<>();
        Arrays.stream(list.split("\\|")).filter(word -> !word.isBlank()).forEach(word -> {
            words.add(HeadingKey.of(word));
            words.add(HeadingKey.plain(word));
        });
        return words;
    }

    /** Ids of all columns with their titles. */
    public Map<String, String> titles() {
        return new LinkedHashMap<>(titles);
    }

    /** Whether a text is a heading of the list. */
    public boolean isHeading(String text) {
        return !text.isBlank() && (isNumber(text) || find(text).isPresent());
    }

    private Optional<String> find(String text) {
        return find(known, text);
    }

    private static Optional<String> find(Map<String, String> words, String text) {
        return HeadingKey.all(text).map(words::get).filter(Objects::nonNull).findFirst();
    }

    @Override
    public Optional<String> column(List<String> texts, List<Neighbour> before) {
        Optional<String> column = find(String.join(" ", texts)).or(() -> find(texts.get(texts.size() - 1)));
        boolean taken =
                column.isPresent() && before.stream().anyMatch(left -> left.id().equals(column.get()));
        return taken ? find(beside, texts.get(texts.size() - 1)).or(() -> column) : column;
    }

    @Override
    public boolean isNumber(String heading) {
        return numbers.contains(HeadingKey.plain(heading));
    }

    @Override
    public boolean suffices(Collection<String> columns) {
        return enough.stream().anyMatch(columns::containsAll);
    }

    @Override
    public boolean isName(String column) {
        return names.contains(column);
    }

    @Override
    public boolean isBelow(String text) {
        return begins(text, below);
    }

    @Override
    public boolean isGone(String text) {
        return begins(text, gone);
    }

    private static boolean begins(String text, Set<String> words) {
        String key = HeadingKey.plain(text) + " ";
        return words.stream().anyMatch(word -> key.startsWith(word + " "));
    }
}

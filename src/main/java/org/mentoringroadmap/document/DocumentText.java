package org.mentoringroadmap.document;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a document of a general kind says, from the model or from its author.
 *
 * @param heading what it is about: «О создании рабочей группы»; null where nobody has said it
 * @param itemsText its items, a line each; a line that begins with a dash belongs to the item above it; parts of a line
 *     that stand in columns of a table are divided by {@code |}. May be null
 * @param appendicesText its appendices, a line each: a title, or the number of the roadmap's activity that makes the
 *     document. May be null
 */
@Embeddable
public record DocumentText(
        String heading,
        @Column(name = "items_text") String itemsText,
        @Column(name = "appendices_text") String appendicesText) {

    /** Longest heading. */
    public static final int MAX_HEADING = 500;

    /** Longest text of all items. */
    public static final int MAX_ITEMS = 20_000;

    /** Longest text of all appendices. */
    public static final int MAX_APPENDICES = 4_000;

    /** Nothing is said. */
    public static final DocumentText NONE = new DocumentText(null, null, null);

    public DocumentText {
        heading = blankToNull(heading);
        itemsText = blankToNull(itemsText);
        appendicesText = blankToNull(appendicesText);
    }

    /** The items, a line each. */
    public List<String> items() {
        return lines(itemsText);
    }

    /** The appendices, a line each. */
    public List<String> appendices() {
        return lines(appendicesText);
    }

    /** Whether all of it fits. */
    public boolean fits() {
        return length(heading) <= MAX_HEADING
                && length(itemsText) <= MAX_ITEMS
                && length(appendicesText) <= MAX_APPENDICES;
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    private static List<String> lines(String text) {
        return Stream.ofNullable(text)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

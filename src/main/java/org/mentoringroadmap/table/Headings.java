package org.mentoringroadmap.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a kind of list calls its columns: for people of a register, staff, organisations. */
public interface Headings {
    /**
     * A column to the left.
     *
     * @param title its heading with what stands over it
     * @param id what it is; empty for one that nobody knows
     */
    record Neighbour(String title, String id) {}

    /**
     * What a column is, by its heading and its neighbourhood: «Телефон» under «Родитель», or right of a parent's name, is
     * the parent's.
     *
     * @param texts texts of the header above the column, from the top; the last one is nearest to the values
     * @param before the columns to the left, the nearest first
     * @return id of the column; empty where nobody knows it
     */
    Optional<String> column(List<String> texts, List<Neighbour> before);

    /** Whether a heading stands over a list's own numbers. */
    boolean isNumber(String heading);

    /** Whether these columns say who or what a row is about. */
    boolean suffices(Collection<String> columns);

    /** Whether the column says who or what a row is about, or a part of it. */
    boolean isName(String column);

    /** What a row of one text, or the name of a sheet, says of all the rows under it: their class. */
    default Optional<String> group(String text) {
        return Optional.empty();
    }

    /** Column that {@link #group} fills; null where there is none. */
    default String groupColumn() {
        return null;
    }

    /** Whether a text begins what stands under a table: a signature, a sum, a note. */
    boolean isBelow(String text);

    /** Whether a row of one text, or the name of a sheet, says that those under it have left: «Выбыли». */
    default boolean isGone(String text) {
        return false;
    }

    /** Whether a second column of the same kind is usual and may be left out: the other parent. */
    default boolean mayRepeat(String column) {
        return false;
    }
}

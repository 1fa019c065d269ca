package org.mentoringroadmap.table;

import java.util.List;
import java.util.Set;

/**
 * What a person has said about a file that was understood otherwise.
 *
 * @param sheets indices of the sheets to take; empty for those that are understood
 * @param header number of the row with the headings; null for the one that is found
 * @param columns for each column from the left what it is: an id, {@link #LEAVE_OUT}, or empty for what is understood
 * @param columnsOf {@link SheetUnderstanding#key} of the headings for which the columns were chosen; those of other headings
 *     do not count. Empty for whichever
 * @param hiddenRows whether hidden rows are taken
 * @param hiddenColumns whether hidden columns are taken
 * @param below whether rows under the table are taken
 */
public record SheetChoices(
        Set<Integer> sheets,
        Integer header,
        List<String> columns,
        String columnsOf,
        boolean hiddenRows,
        boolean hiddenColumns,
        boolean below) {
    /** The column is not taken. */
    public static final String LEAVE_OUT = "-";

    /** Nothing: the file is as it is understood. */
    public static final SheetChoices NONE = new SheetChoices(Set.of(), null, List.of(), "", false, false, false);

    /** What is chosen for a column; empty for what is understood. */
    String column(int index, String key) {
        boolean counts = columnsOf.isEmpty() || columnsOf.equals(key);
        return counts && index < columns.size() && columns.get(index) != null ? columns.get(index) : "";
    }
}

package org.mentoringroadmap.exchange;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mentoringroadmap.table.SheetUnderstanding.RowOf;

/**
 * What a row of a file does.
 *
 * @param row number of the row in the file, the first is 1
 * @param outcome what happens to the register
 * @param sheet name of the sheet in which the row stands; empty where only one is read
 * @param place where the row stands in the file
 * @param surname of the person, with which the name begins
 * @param name of the person
 * @param schoolClass name of the class; empty where there is none
 * @param changes headings of the columns that change; empty for a new participant
 * @param notes what is assumed or added along with it
 * @param waits headings of the columns that wait for the consent of the person
 * @param values what will be stored, in the order of {@link ImportReport#values}; of a refused row what the file says
 * @param leftOut values that are not stored with the rest of the row, and why
 * @param errors why the file is not stored
 * @param warnings what is worth a look; they stop nothing
 */
public record ImportLine(
        int row,
        String sheet,
        RowOf place,
        Outcome outcome,
        String surname,
        String name,
        String schoolClass,
        List<String> changes,
        List<String> notes,
        List<String> waits,
        List<String> values,
        List<ImportIssue> leftOut,
        List<ImportIssue> errors,
        List<ImportIssue> warnings) {
    /** What happens; {@code import-outcome.<NAME>} is the key of the title. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    /** The name without the surname. */
    public String otherNames() {
        return name.startsWith(surname) ? name.substring(surname.length()) : name;
    }

    /** Whether anything that the line shows has the text in it. */
    public boolean has(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(name, schoolClass, sheet, String.valueOf(row)), values.stream())
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
    }
}

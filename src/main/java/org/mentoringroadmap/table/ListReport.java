package org.mentoringroadmap.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.SheetUnderstanding.Column;
import org.mentoringroadmap.table.SheetUnderstanding.RowOf;
import org.mentoringroadmap.table.SheetUnderstanding.TakenRow;

/**
 * What a short list does, or has done, row by row: a list of staff, of classes, of organisations.
 *
 * @param understood how the list was understood
 * @param titles headings of what each line shows
 * @param lines its rows; none where the headings are not enough
 * @param stored whether it has been stored so
 */
public record ListReport(SheetUnderstanding understood, List<String> titles, List<Line> lines, boolean stored) {
    /** What happens to a row; {@code import-outcome.<NAME>} is the key of the title. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    /**
     * A row.
     *
     * @param values what will be stored, in the order of the titles
     * @param refusal why it is not stored; null as a rule
     * @param questions what looks like a slip, until somebody has said that it is right
     */
    public record Line(
            RowOf place, Outcome outcome, List<String> values, UserInputException refusal, List<Question> questions) {}

    /**
     * A value that is most likely a slip and may be right all the same.
     *
     * @param code key of the message bundles
     * @param arguments values for the placeholders of the text
     */
    public record Question(String code, List<String> arguments) {
        /** A question about some values. */
        public static Question of(String code, String... arguments) {
            return new Question(code, List.of(arguments));
        }
    }

    /** What a row says, by the ids of its columns; what it does not say is not there. */
    public static List<Map<String, String>> values(SheetUnderstanding understood) {
        List<Map<String, String>> values = new ArrayList<>();
        for (TakenRow taken : understood.rows()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (Column column : understood.columns()) {
                String text = taken.row().text(column.index());
                if (column.id() != null && !text.isEmpty() && !text.matches("[-–—]+")) {
                    row.putIfAbsent(column.id(), text);
                }
            }
            values.add(row);
        }
        return values;
    }

    /** How many rows end so. */
    public int count(Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** How many rows change something. */
    public int changing() {
        return count(Outcome.CREATED) + count(Outcome.UPDATED);
    }

    /** Lines of rows that are not refused and about which something is asked. */
    public List<Line> questioned() {
        return lines.stream()
                .filter(line -> line.outcome() != Outcome.REFUSED)
                .filter(line -> !line.questions().isEmpty())
                .toList();
    }

    /** Places of the rows that are refused, which are left for the next try. */
    public Map<RowOf, String> refused() {
        return lines.stream()
                .filter(line -> line.outcome() == Outcome.REFUSED)
                .collect(Collectors.toMap(Line::place, line -> "", (one, other) -> one, LinkedHashMap::new));
    }
}

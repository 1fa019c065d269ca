package org.mentoringroadmap.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mentoringroadmap.shared.UserInputException;

/**
 * Text with separators: semicolon, tab, comma or bar. It is the one with which the headings are understood; where none are
 * known, the one by which most rows split alike.
 */
final class CsvTable {
    private static final String SEPARATORS = ";\t,|";

    /** Rows that are looked at before the separator is chosen. */
    private static final int LOOKED_AT = 40;

    private CsvTable() {}

    /** @param known tells texts that are headings for the reader of the table */
    static Workbook read(String content, Predicate<String> known) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        if (text.indexOf('\0') >= 0) {
            throw new UserInputException("table.unreadable");
        }
        Hint hint = hint(text, known);
        Rows rows = new Rows(new Rows.Budget());
        int number = hint.lines();
        try (CsvReader<CsvRecord> csv = reader(text.substring(hint.length()), hint.separator())) {
            for (CsvRecord row : csv) {
                rows.add(++number, row.getFields().stream().map(Table.Cell::of).toList());
            }
        } catch (CsvParseException e) {
            throw new UserInputException("table.quotes", String.valueOf(number + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Workbook.ofText(rows);
    }

    private static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
    }

    /**
     * How to read a text.
     *
     * @param lines lines to leave out at the beginning
     * @param length their characters
     */
    private record Hint(char separator, int lines, int length) {}

    /** A spreadsheet may name the separator in a first line «sep=;». */
    private static Hint hint(String text, Predicate<String> known) {
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).replace("\r", "");
        if (first.length() == 5 && first.startsWith("sep=") && SEPARATORS.indexOf(first.charAt(4)) >= 0) {
            return new Hint(first.charAt(4), 1, end < 0 ? text.length() : end + 1);
        }
        char best = SEPARATORS.charAt(0);
        long most = -1;
        for (char separator : SEPARATORS.toCharArray()) {
            if (text.indexOf(separator) >= 0) {
                long fit = fit(text, separator, known);
                if (fit > most) {
                    most = fit;
                    best = separator;
                }
            }
        }
        return new Hint(best, 0, 0);
    }

    /** How well a separator fits: headings that are known with it before all else, then rows that split alike. */
    static long fit(String text, char separator, Predicate<String> known) {
        Map<Integer, Integer> widths = new HashMap<>();
        int headings = 0;
        int rows = 0;
        try (CsvReader<CsvRecord> csv = reader(text, separator)) {
            for (CsvRecord row : csv) {
                List<String> fields = row.getFields();
                if (fields.stream().allMatch(String::isBlank)) {
                    continue;
                }
                headings = Math.max(headings, headings(fields, known));
                widths.merge(fields.size(), 1, Integer::sum);
                if (++rows == LOOKED_AT) {
                    break;
                }
            }
        } catch (CsvParseException | IOException e) {
            // Told when the text is read; what was seen up to there counts.
        }
        int alike = widths.entrySet().stream()
                .filter(width -> width.getKey() > 1)
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        return headings * 1000L + alike;
    }

    private static int headings(List<String> fields, Predicate<String> known) {
        Set<String> seen = fields.stream().filter(known).collect(Collectors.toCollection(HashSet::new));
        return seen.size();
    }
}

package org.mentoringroadmap.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A sheet as a person sees it, rows without any text left out. What is merged is repeated in each cell of the merged range.
 *
 * @param name name of the sheet; empty where the file has no sheets
 * @param hidden whether the sheet is hidden
 * @param rows rows with their numbers in the file, the first of the file is 1; hidden ones among them
 * @param hiddenColumns indices of columns that are hidden, from 0
 */
public record Table(String name, boolean hidden, List<Row> rows, Set<Integer> hiddenColumns) {

    /**
     * A row.
     *
     * @param number number in the file as a spreadsheet shows it, from 1
     * @param hidden whether the spreadsheet hides it, for example by a filter
     */
    public record Row(int number, boolean hidden, List<Cell> cells) {
        /** The text of a cell; empty beyond the last one. */
        public String text(int column) {
            return column < cells.size() ? cells.get(column).text() : "";
        }

        /** The row with other cells. */
        public Row with(List<Cell> others) {
            return new Row(number, hidden, List.copyOf(others));
        }
    }

    /**
     * A cell.
     *
     * @param text what it shows, without space around it; empty where it shows nothing; a day of a spreadsheet as
     *     Russians write it, 01.09.2014
     * @param flaw why the text must not be taken; null as a rule
     * @param spread whether the text stands in another cell with which this one is merged
     */
    public record Cell(String text, Flaw flaw, boolean spread) {
        /** What spreadsheets show for a calculation that has failed: «#N/A», «#ССЫЛКА!». */
        private static final Pattern FAILED = Pattern.compile("#(?:[A-ZА-Я]+/[A-ZА-Я0]+!?|[A-ZА-Я]+[!?])");

        /** What begins like a formula and is none: programs that write tables, ours too, put an apostrophe before it. */
        private static final Pattern HARMLESS = Pattern.compile("(?s)'[=+\\-@].*");

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
        private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

        static final Cell EMPTY = new Cell("", null);

        /** A cell that is not merged with others. */
        public Cell(String text, Flaw flaw) {
            this(text, flaw, false);
        }

        /** A cell as a file of plain text has it. */
        public static Cell of(String text) {
            String shown = text.replace('\u00a0', ' ')
                    .replace("\r\n", "\n")
                    .replace('\r', '\n')
                    .strip();
            if (shown.isEmpty()) {
                return EMPTY;
            }
            return HARMLESS.matcher(shown).matches()
                    ? new Cell(shown.substring(1), null)
                    : new Cell(shown, flaw(shown));
        }

        /** Of a file that tells texts from formulas itself: however a text begins, nothing executes it. */
        static Cell ofText(String text) {
            Cell cell = of(text);
            return cell.flaw == Flaw.FORMULA ? new Cell(cell.text, null) : cell;
        }

        /** A day as Russians write it, with the time where there is one. */
        static String day(LocalDateTime moment) {
            return (moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : MOMENT).format(moment);
        }

        /** The same, repeated because it is merged with another one. */
        Cell repeated() {
            return new Cell(text, flaw, true);
        }

        /** The text as {@link #of} reads it back. */
        String written() {
            return flaw == null && !text.isEmpty() && looksLikeFormula(text) ? "'" + text : text;
        }

        private static Flaw flaw(String text) {
            if (FAILED.matcher(text).matches()) {
                return Flaw.FAILED;
            }
            return looksLikeFormula(text) ? Flaw.FORMULA : null;
        }

        /** What a spreadsheet would execute; a phone may begin with a plus, a list with a dash. */
        private static boolean looksLikeFormula(String text) {
            char first = text.charAt(0);
            return first == '='
                    || first == '@'
                    || first == '+' && text.length() > 1 && Character.isLetter(text.charAt(1));
        }
    }

    /** Why the text of a cell must not be taken. */
    public enum Flaw {
        FORMULA,
        /** A calculation that has failed, «#N/A». */
        FAILED
    }

    /** How many columns have a text. */
    public int width() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /** The same table as text with semicolons: each row stays on its number, and a flaw is a flaw again when it is read. */
    public String text() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            int written = 0;
            for (Row row : rows) {
                for (; written < row.number() - 1; written++) {
                    csv.writeRecord("");
                }
                csv.writeRecord(row.cells().stream().map(Cell::written).toList());
                written++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}

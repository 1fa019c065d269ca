package org.mentoringroadmap.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Worksheet;
import org.mentoringroadmap.shared.UserInputException;

/**
 * A file with tables as somebody has brought it.
 *
 * @param sheets its sheets that have a text, hidden ones among them; never empty
 * @param spreadsheet whether it is the file of a spreadsheet and not plain text
 */
public record Workbook(List<Table> sheets, boolean spreadsheet) {
    private static final String SHEET = "sheet";
    private static final String HIDDEN = "hidden";
    private static final String SPREAD = "\u2020";

    /** @throws UserInputException {@code table.empty} if no sheet has a text */
    public Workbook {
        if (sheets.isEmpty()) {
            throw new UserInputException("table.empty");
        }
        sheets = List.copyOf(sheets);
    }

    /** All that is known of the file as one text, which a page carries from step to step; {@link #of} reads it back. */
    public String text() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            csv.writeRecord(String.valueOf(spreadsheet));
            for (Table sheet : sheets) {
                csv.writeRecord(
                        SHEET,
                        sheet.name(),
                        sheet.hidden() ? HIDDEN : "",
                        sheet.hiddenColumns().stream()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")));
                for (Table.Row row : sheet.rows()) {
                    List<String> fields = new ArrayList<>();
                    fields.add(String.valueOf(row.number()));
                    fields.add(row.hidden() ? HIDDEN : "");
                    row.cells().forEach(cell -> fields.add((cell.spread() ? SPREAD : "") + cell.written()));
                    csv.writeRecord(fields);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Reads what {@link #text} has written, within the limits of every file.
     *
     * @throws UserInputException as {@link TableFile#read(String)}
     */
    public static Workbook of(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UserInputException("table.unreadable");
        }
        List<Table> sheets = new ArrayList<>();
        Rows.Budget budget = new Rows.Budget();
        boolean spreadsheet = false;
        List<String> head = null;
        Rows rows = new Rows(budget);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(';')
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : csv) {
                List<String> fields = row.getFields();
                if (fields.size() == 1) {
                    spreadsheet = Boolean.parseBoolean(fields.get(0));
                } else if (fields.get(0).equals(SHEET)) {
                    close(head, rows, sheets);
                    head = fields;
                    rows = new Rows(budget);
                    Rows sheet = rows;
                    Arrays.stream(fields.get(3).split(" "))
                            .filter(column -> !column.isEmpty())
                            .mapToInt(Integer::parseInt)
                            .forEach(column -> sheet.hideColumns(column, column));
                } else {
                    rows.add(
                            Integer.parseInt(fields.get(0)),
                            fields.get(1).equals(HIDDEN),
                            fields.subList(2, fields.size()).stream()
                                    .map(Workbook::cell)
                                    .toList());
                }
            }
        } catch (CsvParseException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new UserInputException("table.unreadable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close(head, rows, sheets);
        return new Workbook(sheets, spreadsheet);
    }

    private static void close(List<String> head, Rows rows, List<Table> sheets) {
        if (head != null && !rows.isEmpty()) {
            sheets.add(rows.table(head.get(1), head.get(2).equals(HIDDEN)));
        }
    }

    private static Table.Cell cell(String field) {
        return field.startsWith(SPREAD)
                ? Table.Cell.of(field.substring(SPREAD.length())).repeated()
                : Table.Cell.of(field);
    }

    /** The same with the rows of each sheet one under the other. */
    public Workbook compact() {
        return new Workbook(
                sheets.stream()
                        .map(sheet -> new Table(
                                sheet.name(),
                                sheet.hidden(),
                                IntStream.range(0, sheet.rows().size())
                                        .mapToObj(at -> new Table.Row(
                                                at + 1,
                                                false,
                                                sheet.rows().get(at).cells()))
                                        .toList(),
                                sheet.hiddenColumns()))
                        .toList(),
                spreadsheet);
    }

    /** The sheets as a file of the kind in which they came: a spreadsheet, or text with semicolons. */
    public byte[] file() {
        if (!spreadsheet) {
            return ("\uFEFF" + sheets.get(0).text()).getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(file, "MentoringRoadmap", null)) {
            for (Table table : sheets) {
                Worksheet sheet = book.newWorksheet(table.name().isEmpty() ? "1" : table.name());
                for (Table.Row row : table.rows()) {
                    for (int column = 0; column < row.cells().size(); column++) {
                        if (row.cells().get(column).flaw() == null) { // a formula must not become its text
                            sheet.value(row.number() - 1, column, row.text(column));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** A file of one sheet of plain text. */
    static Workbook ofText(Rows rows) {
        return new Workbook(rows.isEmpty() ? List.of() : List.of(rows.table("", false)), false);
    }
}

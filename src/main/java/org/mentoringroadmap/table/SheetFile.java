package org.mentoringroadmap.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list of ours as a file for Excel: one sheet, its head bold, always in view and with arrows to sort and to choose by. A
 * cell that holds a day and nothing else is a day, so that days are sorted as such; every other one is a text, so that nothing
 * that people have typed becomes a formula.
 *
 * @param name what the sheet and the file are called, in Russian
 * @param columns names of the columns, with how wide each is in characters
 * @param rows the lines; each has a cell for each column, null for nothing
 */
public record SheetFile(String name, List<Column> columns, List<List<String>> rows) {
    /** Media type of such a file. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What the program that opens it allows. */
    private static final int MAX_NAME_LENGTH = 31;

    private static final int MAX_CELL_LENGTH = 32_767;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);
    /** Such programs count days from here; one before it is no day to them. */
    private static final int FIRST_YEAR = 1900;

    private static final String SHOWN_DAY = "dd.mm.yyyy";

    public SheetFile {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A column and how wide it is. */
    public record Column(String name, int width) {}

    /** The file itself. */
    public byte[] content() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "MentoringRoadmap", null)) {
            String title = name.replaceAll("[\\\\/*?:\\[\\]']", " ");
            Worksheet sheet = workbook.newWorksheet(title.substring(0, Math.min(title.length(), MAX_NAME_LENGTH)));
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column).name());
                sheet.width(column, columns.get(column).width());
            }
            sheet.range(0, 0, 0, columns.size() - 1)
                    .style()
                    .bold()
                    .wrapText(true)
                    .set();
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    String cell = rows.get(row).get(column);
                    if (cell != null && !cell.isEmpty()) {
                        write(sheet, row + 1, column, cell);
                    }
                }
            }
            if (!rows.isEmpty()) {
                sheet.range(1, 0, rows.size(), columns.size() - 1)
                        .style()
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
            }
            sheet.setAutoFilter(0, 0, rows.size(), columns.size() - 1);
            sheet.freezePane(0, 1);
            sheet.fitToWidth((short) 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, String cell) {
        Optional<LocalDate> day = day(cell);
        if (day.isPresent()) {
            sheet.value(row, column, day.get());
            sheet.style(row, column).format(SHOWN_DAY).set();
        } else {
            sheet.value(row, column, cell.substring(0, Math.min(cell.length(), MAX_CELL_LENGTH)));
        }
    }

    private static Optional<LocalDate> day(String cell) {
        try {
            return Optional.of(LocalDate.parse(cell, DAY)).filter(day -> day.getYear() >= FIRST_YEAR);
        } catch (DateTimeParseException text) {
            return Optional.empty();
        }
    }

    /** The name under which it is saved. */
    public String fileName() {
        return name.replaceAll("[\\\\/:*?\"<>|]", "-") + ".xlsx";
    }
}

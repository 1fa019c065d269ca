package org.mentoringroadmap.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.mentoringroadmap.shared.UserInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sheets of an xlsx file. Nothing is calculated: a formula is a flaw of its cell. */
final class XlsxTable {
    private static final Logger LOG = LoggerFactory.getLogger(XlsxTable.class);

    /** A cell that cannot be read is a flaw of its own, not of the file. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private XlsxTable() {}

    static Workbook read(byte[] content) {
        ZipGuard.check(content);
        try {
            XlsxLayout layout = XlsxLayout.of(content);
            try (ReadableWorkbook workbook = open(layout.content())) {
                return read(workbook, layout);
            }
        } catch (UserInputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.debug("Not a readable workbook: {}", e.getClass().getName());
            throw new UserInputException("table.unreadable");
        }
    }

    /** Files of simple writers have no formats. */
    private static ReadableWorkbook open(byte[] content) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
        } catch (RuntimeException e) {
            return new ReadableWorkbook(new ByteArrayInputStream(content));
        }
    }

    private static Workbook read(ReadableWorkbook workbook, XlsxLayout layout) throws IOException {
        List<Table> tables = new ArrayList<>();
        Rows.Budget budget = new Rows.Budget();
        for (Sheet sheet : workbook.getSheets().toList()) {
            Rows rows = new Rows(budget);
            try (Stream<Row> stream = sheet.openStream()) {
                Iterator<Row> iterator = stream.iterator();
                while (iterator.hasNext()) {
                    Row row = iterator.next();
                    rows.add(row.getRowNum(), row.isHidden(), cells(row));
                }
            }
            if (!rows.isEmpty()) {
                layout.arrange(sheet.getName(), rows);
                tables.add(rows.table(sheet.getName(), sheet.getVisibility() != SheetVisibility.VISIBLE));
            }
        }
        return new Workbook(tables, true);
    }

    private static List<Table.Cell> cells(Row row) {
        List<Table.Cell> cells = new ArrayList<>();
        for (Cell cell : row) {
            cells.add(cell == null ? Table.Cell.EMPTY : cell(cell));
        }
        return cells;
    }

    private static Table.Cell cell(Cell cell) {
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (cell.getType() == CellType.FORMULA) {
            // programs that write text without a table of texts mark it like a formula's result
            return cell.getFormula() == null ? Table.Cell.ofText(raw) : new Table.Cell("=" + raw, Table.Flaw.FORMULA);
        }
        return switch (cell.getType()) {
            case EMPTY -> Table.Cell.EMPTY;
            case ERROR -> new Table.Cell(raw, Table.Flaw.FAILED);
            case BOOLEAN -> Table.Cell.of(raw);
            case NUMBER -> Table.Cell.of(number(cell));
            default -> Table.Cell.ofText(raw);
        };
    }

    private static String number(Cell cell) {
        if (isDay(cell.getDataFormatString())) {
            return Table.Cell.day(cell.asDate());
        }
        BigDecimal number = cell.asNumber();
        return number.scale() > 20 || number.scale() < -20
                ? number.toString()
                : number.stripTrailingZeros().toPlainString();
    }

    /** Whether a number is shown as a day: the format names a year or a day outside of quotes and brackets. */
    private static boolean isDay(String format) {
        if (format == null) {
            return false;
        }
        String bare = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
        return !bare.contains("general") && (bare.contains("y") || bare.contains("d"));
    }
}

package org.mentoringroadmap.table;

import java.util.Locale;
import java.util.function.Predicate;
import org.mentoringroadmap.shared.UserInputException;

/**
 * Reads tables from files of any origin. What a file is, its first bytes tell, not its name. Whatever the file, the work
 * is bounded: see the limits here and in {@link ZipGuard}.
 */
public final class TableFile {
    /** Largest file, in bytes. */
    public static final int MAX_SIZE = 20 * 1024 * 1024;

    /** Most rows with text, the header among them. */
    public static final int MAX_ROWS = 10_001;

    /** Most columns. */
    static final int MAX_COLUMNS = 200;

    /** Longest text of a cell. */
    static final int MAX_LENGTH = 10_000;

    private TableFile() {}

    /**
     * Reads a file: text with separators in any encoding, .xlsx, .ods, or a spreadsheet as one XML file.
     *
     * @throws UserInputException {@code table.empty}, {@code table.too-large}, {@code table.too-many-rows}, {@code
     *     table.too-many-columns}, {@code table.cell-too-long}, {@code table.macros}, {@code table.bomb}, {@code
     *     table.quotes}, and for what is no table what it is: {@code table.xls}, {@code table.password}, {@code
     *     table.web-page} and the others of {@link FileKind}
     */
    public static Workbook read(String fileName, byte[] content) {
        return read(fileName, content, heading -> false);
    }

    /**
     * Reads a file.
     *
     * @param known tells texts that are headings for the reader of the table: they decide what separates the cells
     * @throws UserInputException as {@link #read(String, byte[])}
     */
    public static Workbook read(String fileName, byte[] content, Predicate<String> known) {
        if (content.length > MAX_SIZE) {
            throw new UserInputException("table.too-large", String.valueOf(MAX_SIZE / 1024 / 1024));
        }
        String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsm") || name.endsWith(".xltm")) {
            throw new UserInputException("table.macros");
        }
        FileKind kind = FileKind.of(content);
        if (kind.refusal() != null) {
            throw new UserInputException(kind.refusal());
        }
        return switch (kind) {
            case XLSX -> XlsxTable.read(content);
            case ODS -> XmlTables.ods(content);
            case XML -> XmlTables.xml(content);
            default -> CsvTable.read(Encodings.decode(content), known);
        };
    }

    /**
     * Reads what was pasted from a spreadsheet or typed.
     *
     * @throws UserInputException as {@link #read(String, byte[])}
     */
    public static Workbook read(String text) {
        return read(text, heading -> false);
    }

    /**
     * Reads what was pasted from a spreadsheet or typed.
     *
     * @param known as in {@link #read(String, byte[], Predicate)}
     * @throws UserInputException as {@link #read(String, byte[])}
     */
    public static Workbook read(String text, Predicate<String> known) {
        return CsvTable.read(text, known);
    }
}

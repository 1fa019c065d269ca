package org.mentoringroadmap.table;

import java.util.Locale;
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
     * Reads a CSV or xlsx file.
     *
     * @throws UserInputException {@code table.empty}, {@code table.too-large}, {@code table.too-many-rows}, {@code
     *     table.too-many-columns}, {@code table.cell-too-long}, {@code table.old-excel}, {@code table.macros}, {@code
     *     table.bomb}, {@code table.unreadable}
     */
    public static Table read(String fileName, byte[] content) {
        if (content.length > MAX_SIZE) {
            throw new UserInputException("table.too-large", String.valueOf(MAX_SIZE / 1024 / 1024));
        }
        String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsm") || name.endsWith(".xltm") || name.endsWith(".xlsb")) {
            throw new UserInputException("table.macros");
        }
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UserInputException("table.old-excel");
        }
        return startsWith(content, 'P', 'K', 3, 4) ? XlsxTable.read(content) : CsvTable.read(content);
    }

    /**
     * Reads what was pasted from a spreadsheet or typed.
     *
     * @throws UserInputException as {@link #read(String, byte[])}
     */
    public static Table read(String text) {
        return CsvTable.read(text);
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}

package org.mentoringroadmap.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.mentoringroadmap.shared.UserInputException;

/** Text with separators: UTF-8, UTF-16 or Windows-1251; semicolon, comma or tab. */
final class CsvTable {
    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final String SEPARATORS = ";\t,";

    private CsvTable() {}

    static Table read(byte[] content) {
        return read(decode(content));
    }

    static Table read(String content) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        if (text.indexOf('\0') >= 0) {
            throw new UserInputException("table.unreadable");
        }
        Hint hint = hint(text);
        Rows rows = new Rows();
        int number = hint.lines();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(hint.separator())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text.substring(hint.length()))) {
            for (CsvRecord row : csv) {
                rows.add(++number, row.getFields().stream().map(Table.Cell::of).toList());
            }
        } catch (CsvParseException e) {
            throw new UserInputException("table.quotes", String.valueOf(number + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.table(0);
    }

    /** What old spreadsheets write is told from UTF-8 by being none. */
    private static String decode(byte[] content) {
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE) {
            return new String(content, StandardCharsets.UTF_16LE);
        }
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF) {
            return new String(content, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, WINDOWS);
        }
    }

    /**
     * How to read a text.
     *
     * @param lines lines to leave out at the beginning
     * @param length their characters
     */
    private record Hint(char separator, int lines, int length) {}

    /** A spreadsheet may name the separator in a first line «sep=;»; else the most frequent one is taken. */
    private static Hint hint(String text) {
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).replace("\r", "");
        if (first.length() == 5 && first.startsWith("sep=") && SEPARATORS.indexOf(first.charAt(4)) >= 0) {
            return new Hint(first.charAt(4), 1, end < 0 ? text.length() : end + 1);
        }
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        int lines = 0;
        for (int i = 0; i < text.length() && lines < 20; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n') {
                lines++;
            } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                counts[SEPARATORS.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            // commas stand within texts too: they separate only where nothing else does
            if (counts[i] > counts[best] && (SEPARATORS.charAt(i) != ',' || counts[best] == 0)) {
                best = i;
            }
        }
        return new Hint(SEPARATORS.charAt(best), 0, 0);
    }
}

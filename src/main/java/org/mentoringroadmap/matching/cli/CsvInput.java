package org.mentoringroadmap.matching.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file with a known header. Faults of its shape are collected; whoever reads the rows judges their content. */
final class CsvInput {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final List<String> header;
    private final List<Fault> faults;
    private long lastRow;

    /** Takes the fields of one row, without space around them. */
    interface RowReader {
        void read(long row, List<String> fields);
    }

    CsvInput(Path file, List<String> header, List<Fault> faults) {
        this.file = file;
        this.header = header;
        this.faults = faults;
    }

    void read(RowReader rows) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .trimWhitespacesAroundQuotes(true)
                        .ofCsvRecord(text)) {
            boolean headerSeen = false;
            for (CsvRecord entry : records) {
                lastRow = entry.getStartingLineNumber();
                List<String> fields =
                        entry.getFields().stream().map(String::strip).toList();
                if (!headerSeen) {
                    headerSeen = true;
                    if (!isHeader(fields)) {
                        faults.add(Fault.inRow(file, lastRow, "header", String.join(",", header)));
                        return;
                    }
                } else if (fields.size() != header.size()) {
                    faults.add(Fault.inRow(file, lastRow, "fields", fields.size(), header.size()));
                } else {
                    rows.read(lastRow, fields);
                }
            }
            if (!headerSeen) {
                faults.add(Fault.inFile(file, "empty"));
            }
        } catch (CsvParseException e) {
            faults.add(Fault.inRow(file, lastRow + 1, "quotes"));
        } catch (CharacterCodingException e) {
            faults.add(Fault.inFile(file, "encoding"));
        } catch (UncheckedIOException | IOException e) {
            faults.add(Fault.inFile(file, isEncoding(e) ? "encoding" : "not-read"));
        }
    }

    private boolean isHeader(List<String> fields) {
        if (fields.size() != header.size()) {
            return false;
        }
        String first = fields.get(0).startsWith(BYTE_ORDER_MARK) ? fields.get(0).substring(1) : fields.get(0);
        return first.strip().equals(header.get(0))
                && fields.subList(1, fields.size()).equals(header.subList(1, header.size()));
    }

    private static boolean isEncoding(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }
}

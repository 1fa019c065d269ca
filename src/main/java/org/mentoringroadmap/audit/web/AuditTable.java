package org.mentoringroadmap.audit.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mentoringroadmap.audit.AuditFilter;
import org.mentoringroadmap.audit.AuditQueries;
import org.mentoringroadmap.audit.AuditRow;
import org.springframework.stereotype.Component;

/** Recorded acts as a table for people. Nobody has typed what stands in its cells, so none of them is a formula. */
@Component
class AuditTable {
    /**
     * A table as a file.
     *
     * @param acts how many are in it
     */
    record Written(byte[] file, int acts) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final List<String> COLUMNS =
            List.of("at", "account", "address", "school", "act", "thing", "more", "code");
    private static final int WIDTH = 24;

    private final AuditQueries queries;
    private final AuditWords words;

    AuditTable(AuditQueries queries, AuditWords words) {
        this.queries = queries;
        this.words = words;
    }

    /** An {@code .xlsx} file. */
    Written xlsx(AuditFilter filter) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int acts;
        try (Workbook workbook = new Workbook(file, "MentoringRoadmap", null)) {
            Worksheet sheet = workbook.newWorksheet(words.text("audit.title"));
            int[] next = {0};
            acts = write(filter, cells -> {
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(next[0], column, cells.get(column));
                }
                next[0]++;
            });
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.width(column, WIDTH);
            }
            sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(file.toByteArray(), acts);
    }

    /** CSV that office programs of the country open: UTF-8 with a mark at its beginning, semicolons. */
    Written csv(AuditFilter filter) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int acts;
        try (OutputStreamWriter out = new OutputStreamWriter(file, StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            try (CsvWriter table = CsvWriter.builder()
                    .fieldSeparator(';')
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(out)) {
                acts = write(filter, table::writeRecord);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(file.toByteArray(), acts);
    }

    private int write(AuditFilter filter, Consumer<List<String>> line) {
        line.accept(
                COLUMNS.stream().map(name -> words.text("audit.column." + name)).toList());
        return queries.each(filter, row -> line.accept(cells(row)));
    }

    private List<String> cells(AuditRow row) {
        return List.of(
                TIME.format(row.at()),
                Objects.requireNonNullElse(row.account(), ""),
                Objects.requireNonNullElse(row.address(), ""),
                Objects.requireNonNullElse(row.school(), ""),
                words.act(row),
                words.thing(row),
                words.more(row),
                row.act().name());
    }
}

package org.mentoringroadmap.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringroadmap.exchange.ImportWords.Heading;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.table.Table;

/**
 * A table whose header is understood.
 *
 * @param headings what stands where: index of the column and its meaning
 * @param titles headings as the file has them
 * @param rows rows under the header
 */
record ImportSheet(
        int headerRow,
        Map<Integer, Heading> headings,
        List<String> titles,
        List<Table.Row> rows,
        List<ImportIssue> errors,
        List<ImportIssue> warnings) {
    /** A list may have a title and a date above its header. */
    private static final int HEADER_WITHIN = 10;

    /**
     * Finds the header and says what is missing or not read. With errors the rows are not to be read.
     *
     * @param role register that the file is for
     */
    static ImportSheet of(Table table, ParticipantRole role, ImportWords words) {
        Table.Row header = header(table, words);
        List<ImportIssue> errors = new ArrayList<>();
        List<ImportIssue> warnings = new ArrayList<>();
        Map<Integer, Heading> headings = new LinkedHashMap<>();
        List<String> titles =
                header.cells().stream().map(cell -> cell.text().strip()).toList();
        List<Table.Row> rows = table.rows().stream()
                .filter(row -> row.number() > header.number())
                .toList();
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i);
            Optional<Heading> heading = words.heading(title);
            if (heading.isEmpty()) {
                if (!words.isIgnored(title)) {
                    warnings.add(new ImportIssue(header.number(), title, words.text("import.column-unknown", title)));
                }
            } else if (!heading.get().column().of(role)) {
                warnings.add(new ImportIssue(header.number(), title, words.text("import.column-other-role", title)));
            } else if (headings.containsValue(heading.get())) {
                errors.add(new ImportIssue(header.number(), title, words.text("import.column-twice", title)));
            } else {
                headings.put(i, heading.get());
            }
        }
        nameless(titles, rows)
                .ifPresent(issue ->
                        warnings.add(new ImportIssue(issue.number(), "", words.text("import.column-untitled"))));
        if (table.unreadSheets() > 0) {
            warnings.add(new ImportIssue(
                    header.number(), "", words.text("import.sheets", String.valueOf(table.unreadSheets()))));
        }
        mandatory(headings)
                .ifPresent(column -> errors.add(new ImportIssue(
                        header.number(), words.title(column), words.text("import.mandatory", words.title(column)))));
        if (errors.isEmpty() && rows.isEmpty()) {
            errors.add(new ImportIssue(header.number(), "", words.text("import.no-rows")));
        }
        return new ImportSheet(header.number(), headings, titles, rows, errors, warnings);
    }

    /** The first row that names the people, else the one that says most. */
    private static Table.Row header(Table table, ImportWords words) {
        Table.Row best = table.rows().get(0);
        long most = 0;
        for (Table.Row row :
                table.rows().subList(0, Math.min(HEADER_WITHIN, table.rows().size()))) {
            Map<Integer, Heading> found = new LinkedHashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                int column = i;
                words.heading(row.cells().get(i).text()).ifPresent(heading -> found.put(column, heading));
            }
            if (mandatory(found).isEmpty()) {
                return row;
            }
            if (found.size() > most) {
                most = found.size();
                best = row;
            }
        }
        return best;
    }

    /** What of the names has no column. */
    private static Optional<ImportColumn> mandatory(Map<Integer, Heading> headings) {
        List<ImportColumn> columns =
                headings.values().stream().map(Heading::column).toList();
        if (columns.contains(ImportColumn.FULL_NAME) && !columns.contains(ImportColumn.LAST_NAME)) {
            return Optional.empty();
        }
        return Stream.of(ImportColumn.LAST_NAME, ImportColumn.FIRST_NAME)
                .filter(column -> !columns.contains(column))
                .findFirst();
    }

    /** A row that has text in a column without a heading. */
    private static Optional<Table.Row> nameless(List<String> titles, List<Table.Row> rows) {
        return rows.stream()
                .filter(row -> {
                    for (int i = 0; i < row.cells().size(); i++) {
                        boolean untitled = i >= titles.size() || titles.get(i).isEmpty();
                        if (untitled && !row.cells().get(i).text().isEmpty()) {
                            return true;
                        }
                    }
                    return false;
                })
                .findFirst();
    }
}

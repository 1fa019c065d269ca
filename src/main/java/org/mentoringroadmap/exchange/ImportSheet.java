package org.mentoringroadmap.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.exchange.ImportWords.Heading;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.table.SheetUnderstanding;
import org.mentoringroadmap.table.SheetUnderstanding.Column;
import org.mentoringroadmap.table.SheetUnderstanding.SheetLine;
import org.mentoringroadmap.table.SheetUnderstanding.TakenRow;
import org.mentoringroadmap.table.Table;

/**
 * A list of participants that is understood, ready to be read row by row: a class that stands in two columns is one.
 *
 * @param headings what stands where: index of the column and its meaning
 * @param titles headings as the file has them
 * @param rows rows of the list
 * @param errors why the rows are not to be read
 * @param warnings which columns are not read
 * @param leftOut which rows and sheets are left out, and why
 */
record ImportSheet(
        SheetUnderstanding understood,
        Map<Integer, Heading> headings,
        List<String> titles,
        List<TakenRow> rows,
        List<ImportIssue> errors,
        List<ImportIssue> warnings,
        List<ImportIssue> leftOut) {

    /**
     * Says what is missing or not read.
     *
     * @param role register that the file is for
     */
    static ImportSheet of(SheetUnderstanding understood, ParticipantRole role, ImportWords words) {
        Map<Integer, Heading> headings = new LinkedHashMap<>();
        List<String> titles = new ArrayList<>();
        List<ImportIssue> errors = new ArrayList<>();
        List<ImportIssue> warnings = new ArrayList<>();
        int header = understood.headerTo();
        for (Column column : understood.columns()) {
            Optional<Heading> heading = Optional.ofNullable(column.id())
                    .flatMap(words::byId)
                    .filter(found -> found.column().of(role));
            titles.add(column.title().isEmpty() ? heading.map(words::title).orElse("") : column.title());
            String title = titles.get(column.index());
            if (heading.isEmpty()) {
                notRead(column, words)
                        .ifPresent(code -> warnings.add(new ImportIssue(header, title, words.text(code, title))));
            } else if (headings.containsValue(heading.get())) {
                errors.add(new ImportIssue(header, title, words.text("import.column-twice", title)));
            } else {
                headings.put(column.index(), heading.get());
            }
        }
        nameless(understood)
                .ifPresent(number -> warnings.add(new ImportIssue(number, "", words.text("import.column-untitled"))));
        List<TakenRow> rows = withClasses(understood.rows(), headings);
        mandatory(headings)
                .ifPresent(column -> errors.add(new ImportIssue(
                        header, words.title(column), words.text("import.mandatory", words.title(column)))));
        if (errors.isEmpty() && rows.isEmpty()) {
            errors.add(new ImportIssue(header, "", words.text("import.no-rows")));
        }
        return new ImportSheet(understood, headings, titles, rows, errors, warnings, leftOut(understood, words));
    }

    /** Key of the warning that a column is not read; empty where nobody misses it. */
    private static Optional<String> notRead(Column column, ImportWords words) {
        String own = column.title().replaceFirst("(?s).* · ", "");
        if (column.title().isEmpty() || column.chosen() || column.hidden() || column.number() || words.isIgnored(own)) {
            return Optional.empty();
        }
        if (column.twin() != null) {
            return Optional.of("import.column-twin");
        }
        return Optional.of(words.heading(own)
                .map(known -> known.column() == ImportColumn.PHONE
                                || known.column() == ImportColumn.EMAIL
                                || known.column() == ImportColumn.FULL_NAME
                        ? "import.column-of-representative"
                        : "import.column-other-role")
                .orElse("import.column-unknown"));
    }

    /** «Параллель» and «Литера», or «Класс» and «Литера», are one class. */
    private static List<TakenRow> withClasses(List<TakenRow> rows, Map<Integer, Heading> headings) {
        int whole = index(headings, ImportColumn.SCHOOL_CLASS);
        int year = index(headings, ImportColumn.CLASS_YEAR);
        int letter = index(headings, ImportColumn.CLASS_LETTER);
        if (year < 0 && letter < 0) {
            return rows;
        }
        headings.remove(year);
        headings.remove(letter);
        int at = whole >= 0 ? whole : year;
        if (at < 0) {
            return rows;
        }
        headings.put(at, new Heading(ImportColumn.SCHOOL_CLASS, null));
        return rows.stream()
                .map(taken -> new TakenRow(taken.sheet(), taken.sheetName(), joined(taken.row(), at, year, letter)))
                .toList();
    }

    private static Table.Row joined(Table.Row row, int at, int year, int letter) {
        String said = row.text(at).isEmpty() && year >= 0 ? row.text(year) : row.text(at);
        if (said.isEmpty() || letter < 0 || !said.matches("\\d+[.,]?0*")) {
            return row;
        }
        List<Table.Cell> cells = new ArrayList<>(row.cells());
        cells.set(at, new Table.Cell(said + row.text(letter), null));
        return row.with(cells);
    }

    private static int index(Map<Integer, Heading> headings, ImportColumn column) {
        return headings.entrySet().stream()
                .filter(heading -> heading.getValue().column() == column)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
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

    /** Number of a row that has text in a column without a heading. */
    private static Optional<Integer> nameless(SheetUnderstanding understood) {
        List<Column> untitled = understood.columns().stream()
                .filter(column -> column.title().isEmpty() && column.id() == null && !column.chosen())
                .filter(column -> !column.hidden())
                .toList();
        return understood.rows().stream()
                .map(TakenRow::row)
                .filter(row -> untitled.stream()
                        .anyMatch(column -> !row.text(column.index()).isEmpty()))
                .map(Table.Row::number)
                .findFirst();
    }

    private static List<ImportIssue> leftOut(SheetUnderstanding understood, ImportWords words) {
        List<ImportIssue> leftOut = new ArrayList<>();
        int header = understood.headerTo();
        Map<Boolean, String> others = understood.otherSheets().stream()
                .collect(Collectors.groupingBy(
                        SheetLine::gone, Collectors.mapping(SheetLine::name, Collectors.joining(", "))));
        others.forEach((gone, names) -> leftOut.add(
                new ImportIssue(header, "", words.text(gone ? "import.left.gone" : "import.left.sheets", names))));
        if (understood.hiddenRowsLeftOut() > 0) {
            leftOut.add(
                    new ImportIssue(header, "", words.text("import.left.hidden-rows", understood.hiddenRowsLeftOut())));
        }
        List<Column> hidden = understood.hiddenColumns().stream()
                .filter(column -> column.id() == null && !column.title().isEmpty())
                .toList();
        if (!hidden.isEmpty()) {
            leftOut.add(new ImportIssue(
                    header,
                    "",
                    words.text(
                            "import.left.hidden-columns",
                            hidden.stream().map(Column::title).collect(Collectors.joining(", ")))));
        }
        if (understood.belowLeftOut() > 0) {
            leftOut.add(new ImportIssue(
                    understood.below().get(0).row().number(),
                    "",
                    words.text("import.left.below", understood.belowLeftOut())));
        }
        return leftOut;
    }
}

package org.mentoringroadmap.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mentoringroadmap.shared.UserInputException;

/** Gathers the rows of a sheet within the limits of the file. */
final class Rows {
    /** Cells that merged ranges may fill; a sheet that no person has made may name ranges without end. */
    private static final int MAX_SPREAD = 500_000;

    /** Last row that a spreadsheet can have. */
    private static final int MAX_NUMBER = 1_048_576;

    /** How many rows the sheets of one file have together. */
    static final class Budget {
        private int rows;
    }

    private record Range(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    private final Budget budget;
    private final List<Table.Row> rows = new ArrayList<>();
    private final List<Range> merged = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new TreeSet<>();

    Rows(Budget budget) {
        this.budget = budget;
    }

    void add(int number, List<Table.Cell> cells) {
        add(number, false, cells);
    }

    void add(int number, boolean hidden, List<Table.Cell> all) {
        List<Table.Cell> cells = withoutEmptyEnd(all);
        if (cells.isEmpty()) {
            return;
        }
        if (number > MAX_NUMBER) {
            throw new UserInputException("table.bomb");
        }
        if (cells.size() > TableFile.MAX_COLUMNS) {
            throw new UserInputException(
                    "table.too-many-columns", String.valueOf(number), String.valueOf(TableFile.MAX_COLUMNS));
        }
        if (cells.stream().anyMatch(cell -> cell.text().length() > TableFile.MAX_LENGTH)) {
            throw new UserInputException(
                    "table.cell-too-long", String.valueOf(number), String.valueOf(TableFile.MAX_LENGTH));
        }
        if (budget.rows == TableFile.MAX_ROWS) {
            throw new UserInputException("table.too-many-rows", String.valueOf(TableFile.MAX_ROWS - 1));
        }
        budget.rows++;
        rows.add(new Table.Row(number, hidden, List.copyOf(cells)));
    }

    /** Columns without a text at the end say nothing, in whichever kind of file they stand. */
    private static List<Table.Cell> withoutEmptyEnd(List<Table.Cell> cells) {
        int last = cells.size();
        while (last > 0
                && cells.get(last - 1).text().isEmpty()
                && cells.get(last - 1).flaw() == null) {
            last--;
        }
        return cells.subList(0, last);
    }

    /** Cells that are one for who looks at the sheet; rows from 1, columns from 0, both ends included. */
    void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (lastRow > firstRow || lastColumn > firstColumn) {
            merged.add(new Range(firstRow, lastRow, firstColumn, lastColumn));
        }
    }

    /** Columns from 0, both ends included. */
    void hideColumns(int first, int last) {
        for (int column = Math.max(first, 0); column <= Math.min(last, TableFile.MAX_COLUMNS); column++) {
            hiddenColumns.add(column);
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Table table(String name, boolean hidden) {
        spread();
        return new Table(name, hidden, List.copyOf(rows), Set.copyOf(hiddenColumns));
    }

    private void spread() {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        int filled = 0;
        for (Range range : merged) {
            int from = indexOf(range.firstRow());
            if (from == rows.size() || rows.get(from).number() != range.firstRow()) {
                continue;
            }
            Table.Row first = rows.get(from);
            if (first.text(range.firstColumn()).isEmpty()) {
                continue;
            }
            Table.Cell shown = first.cells().get(range.firstColumn());
            int last = Math.min(range.lastColumn(), width - 1);
            for (int i = from; i < rows.size() && rows.get(i).number() <= range.lastRow(); i++) {
                List<Table.Cell> cells = new ArrayList<>(rows.get(i).cells());
                for (int column = range.firstColumn(); column <= last; column++) {
                    if (++filled > MAX_SPREAD) {
                        throw new UserInputException("table.bomb");
                    }
                    if (i == from && column == range.firstColumn()) {
                        continue;
                    }
                    while (cells.size() <= column) {
                        cells.add(Table.Cell.EMPTY);
                    }
                    if (cells.get(column).text().isEmpty()) {
                        cells.set(column, shown.repeated());
                    }
                }
                rows.set(i, rows.get(i).with(cells));
            }
        }
    }

    /** Index of the first row that has at least this number. */
    private int indexOf(int number) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (rows.get(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

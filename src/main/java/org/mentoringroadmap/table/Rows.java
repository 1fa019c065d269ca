package org.mentoringroadmap.table;

import java.util.ArrayList;
import java.util.List;
import org.mentoringroadmap.shared.UserInputException;

/** Gathers the rows of a table within its limits. */
final class Rows {
    private final List<Table.Row> rows = new ArrayList<>();

    void add(int number, List<Table.Cell> cells) {
        if (cells.stream().allMatch(cell -> cell.text().isEmpty() && cell.flaw() == null)) {
            return;
        }
        if (cells.size() > TableFile.MAX_COLUMNS) {
            throw new UserInputException(
                    "table.too-many-columns", String.valueOf(number), String.valueOf(TableFile.MAX_COLUMNS));
        }
        if (cells.stream().anyMatch(cell -> cell.text().length() > TableFile.MAX_LENGTH)) {
            throw new UserInputException(
                    "table.cell-too-long", String.valueOf(number), String.valueOf(TableFile.MAX_LENGTH));
        }
        if (rows.size() == TableFile.MAX_ROWS) {
            throw new UserInputException("table.too-many-rows", String.valueOf(TableFile.MAX_ROWS - 1));
        }
        rows.add(new Table.Row(number, List.copyOf(cells)));
    }

    Table table(int unreadSheets) {
        if (rows.isEmpty()) {
            throw new UserInputException("table.empty");
        }
        return new Table(List.copyOf(rows), unreadSheets);
    }
}

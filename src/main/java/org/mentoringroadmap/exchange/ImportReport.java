package org.mentoringroadmap.exchange;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.table.SheetUnderstanding;
import org.mentoringroadmap.table.Workbook;

/**
 * What a file does to a register, or has done.
 *
 * @param lines its rows, without the header
 * @param headErrors what is wrong with the file as a whole or its header
 * @param headWarnings what of the file is not read
 * @param leftOut which rows and sheets of the file are left out
 * @param missingClasses names of classes that the school does not have and could get
 * @param stored whether the register has been changed so
 * @param understood how the file was understood
 * @param values headings of what each line shows of its row
 * @param refused the rows that are refused or not stored wholly in the shape in which they came, with the reason; null where
 *     there are none
 * @param text the list as text, for the next try
 */
public record ImportReport(
        List<ImportLine> lines,
        List<ImportIssue> headErrors,
        List<ImportIssue> headWarnings,
        List<ImportIssue> leftOut,
        List<String> missingClasses,
        boolean stored,
        SheetUnderstanding understood,
        List<String> values,
        Workbook refused,
        String text) {

    /** How many rows the file has under its header. */
    public int rows() {
        return lines.size();
    }

    /** How many rows end so. */
    public int count(ImportLine.Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** Of how many people something waits for their consent. */
    public int waiting() {
        return (int) lines.stream().filter(line -> !line.waits().isEmpty()).count();
    }

    /** All that is wrong, in the order of the file. */
    public List<ImportIssue> errors() {
        return Stream.concat(headErrors.stream(), lines.stream().flatMap(line -> line.errors().stream()))
                .toList();
    }

    /** All that is worth a look, in the order of the file. */
    public List<ImportIssue> warnings() {
        return Stream.concat(
                        Stream.concat(headWarnings.stream(), leftOut.stream()),
                        lines.stream().flatMap(line -> line.warnings().stream()))
                .toList();
    }

    /** What of the rows that can be stored somebody has to say first that it is right. */
    public List<ImportIssue> questions() {
        return lines.stream()
                .filter(line -> line.outcome() != ImportLine.Outcome.REFUSED)
                .flatMap(line -> line.warnings().stream())
                .filter(ImportIssue::question)
                .toList();
    }

    /** Values that cannot be read and without which their rows could be stored. */
    public List<ImportIssue> dispensable() {
        return lines.stream()
                .flatMap(line -> line.errors().stream())
                .filter(ImportIssue::dispensable)
                .toList();
    }

    /** Values that are left out of rows that are stored. */
    public List<ImportIssue> leftOutValues() {
        return lines.stream().flatMap(line -> line.leftOut().stream()).toList();
    }

    /** Of how many rows a value is left out. */
    public int withoutValues() {
        return (int) lines.stream()
                .filter(line -> line.outcome() != ImportLine.Outcome.REFUSED)
                .filter(line -> !line.leftOut().isEmpty())
                .count();
    }

    /** Their headings, each once. */
    public String leftOutColumns() {
        return columns(leftOutValues());
    }

    /** Headings of {@link #dispensable}, each once. */
    public String dispensableColumns() {
        return columns(dispensable());
    }

    private static String columns(List<ImportIssue> issues) {
        return issues.stream().map(ImportIssue::heading).distinct().collect(Collectors.joining(", "));
    }

    /** How many rows would change something. */
    public int changing() {
        return count(ImportLine.Outcome.CREATED) + count(ImportLine.Outcome.UPDATED);
    }

    /** Whether the rows in which nothing is wrong can be stored without the others. */
    public boolean canBeStoredInPart() {
        return headErrors.isEmpty() && !errors().isEmpty() && changing() > 0 && !stored;
    }

    /** Whether nothing is wrong and something would change. */
    public boolean canBeStored() {
        return errors().isEmpty() && !stored;
    }
}

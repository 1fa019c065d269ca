package org.mentoringroadmap.exchange;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a file does to a register, or has done.
 *
 * @param lines its rows, without the header
 * @param headErrors what is wrong with the file as a whole or its header
 * @param headWarnings what of the file is not read
 * @param missingClasses names of classes that the school does not have and could get
 * @param stored whether the register has been changed so
 * @param text the same table as text, for the next try
 */
public record ImportReport(
        List<ImportLine> lines,
        List<ImportIssue> headErrors,
        List<ImportIssue> headWarnings,
        List<String> missingClasses,
        boolean stored,
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
        return Stream.concat(headWarnings.stream(), lines.stream().flatMap(line -> line.warnings().stream()))
                .toList();
    }

    /** What of the warnings somebody has to say first that it is right. */
    public List<ImportIssue> questions() {
        return warnings().stream().filter(ImportIssue::question).toList();
    }

    /** Whether nothing is wrong and something would change. */
    public boolean canBeStored() {
        return errors().isEmpty() && !stored;
    }
}

package org.mentoringroadmap.exchange;

import java.util.List;

/**
 * What a row of a file does.
 *
 * @param row number of the row in the file, the first is 1
 * @param outcome what happens to the register
 * @param name of the person
 * @param schoolClass name of the class; empty where there is none
 * @param changes headings of the columns that change; empty for a new participant
 * @param notes what is assumed or added along with it
 * @param waits headings of the columns that wait for the consent of the person
 * @param errors why the file is not stored
 * @param warnings what is worth a look; they stop nothing
 */
public record ImportLine(
        int row,
        Outcome outcome,
        String name,
        String schoolClass,
        List<String> changes,
        List<String> notes,
        List<String> waits,
        List<ImportIssue> errors,
        List<ImportIssue> warnings) {
    /** What happens; {@code import-outcome.<NAME>} is the key of the title. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }
}

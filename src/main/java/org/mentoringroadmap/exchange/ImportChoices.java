package org.mentoringroadmap.exchange;

import org.mentoringroadmap.table.SheetChoices;

/**
 * What a person chooses when a file is brought.
 *
 * @param sheet how the file is understood otherwise
 * @param addClasses whether classes that the school lacks are added
 * @param withoutRefused whether rows in which something is wrong are left out and the others stored
 * @param withoutValues whether values that cannot be read are left out and the rest of their rows stored
 * @param accepted whether somebody has said that all values are right which are asked about
 */
public record ImportChoices(
        SheetChoices sheet, boolean addClasses, boolean withoutRefused, boolean withoutValues, boolean accepted) {
    /** Where nobody has said that what is asked about is right. */
    public ImportChoices(SheetChoices sheet, boolean addClasses, boolean withoutRefused) {
        this(sheet, addClasses, withoutRefused, false, false);
    }

    /** The file as it is understood, as a whole or not at all. */
    static ImportChoices adding(boolean classes) {
        return new ImportChoices(SheetChoices.NONE, classes, false);
    }
}

package org.mentoringroadmap.table;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the page shows of a list that was brought, and sends again with the next step ({@link SheetForm}).
 *
 * @param understanding how the list is understood
 * @param choices what the page has chosen, which is what is understood until a person says otherwise
 * @param options ids of columns that a column may be, with their titles, in groups by their titles; a group without a title
 *     is none
 * @param source the file as it came
 */
public record UnderstoodSheet(
        SheetUnderstanding understanding,
        SheetChoices choices,
        Map<String, Map<String, String>> options,
        String source) {

    /** Of a list. */
    public static UnderstoodSheet of(
            SheetForm.Brought brought, SheetUnderstanding understanding, Map<String, Map<String, String>> options) {
        SheetChoices said = brought.choices();
        SheetChoices shown = new SheetChoices(
                understanding.sheets().size() == 1 // the page asks for sheets where there are several
                        ? Set.of()
                        : understanding.takenSheets().stream()
                                .map(SheetUnderstanding.SheetLine::index)
                                .collect(Collectors.toCollection(TreeSet::new)),
                said.header(),
                understanding.columns().stream()
                        .filter(column -> !column.derived())
                        .map(UnderstoodSheet::chosen)
                        .toList(),
                understanding.key(),
                said.hiddenRows(),
                said.hiddenColumns(),
                said.below());
        return new UnderstoodSheet(understanding, shown, options, brought.file().text());
    }

    /** What the page says of a column: a hidden one may still be taken with a click for all of them. */
    private static String chosen(SheetUnderstanding.Column column) {
        if (column.id() != null) {
            return column.id();
        }
        return column.hidden() && !column.chosen() ? "" : SheetChoices.LEAVE_OUT;
    }

    /** Seal of the file and the choices. */
    public String seal() {
        return SheetForm.seal(source, choices);
    }

    /** The list as text, which a person may mend. */
    public String text() {
        return understanding.clean().text();
    }

    /** Seal of the text. */
    public String textSeal() {
        return SheetForm.seal(text());
    }
}

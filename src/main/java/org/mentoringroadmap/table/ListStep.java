package org.mentoringroadmap.table;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.SheetForm.Brought;
import org.springframework.ui.Model;

/**
 * A step of a page that takes a list: how the list is understood is shown until it is sent again as it was checked; then it
 * is stored.
 *
 * @param words headings of the list
 * @param preview what storing would do
 * @param store stores what is not refused
 */
public record ListStep(ListWords words, Function<Brought, ListReport> preview, Function<Brought, ListReport> store) {
    /**
     * Takes what was sent and fills the model of {@code table/list}.
     *
     * @param wanted whether the list is to be stored
     * @param accepted whether somebody has said that what is asked about is right
     * @return how many rows have changed something when the whole list is stored; empty where the page is shown again
     */
    public Optional<Integer> take(SheetForm form, boolean wanted, boolean accepted, Model model) {
        try {
            Brought brought = form.brought(words::isHeading);
            ListReport report = preview.apply(brought);
            boolean asked = !accepted && !report.questioned().isEmpty();
            if (wanted && form.isChecked() && !asked) {
                report = store.apply(brought);
            }
            if (report.stored() && report.refused().isEmpty()) {
                return Optional.of(report.changing());
            }
            if (report.stored()) {
                model.addAttribute("done", report.changing());
                brought = new Brought(
                        report.understood().part(brought.file(), "", report.refused()),
                        report.understood().choicesOfPart());
                report = preview.apply(brought);
            }
            model.addAttribute("report", report)
                    .addAttribute("sheet", UnderstoodSheet.of(brought, report.understood(), Map.of("", words.titles())))
                    .addAttribute("unconfirmed", wanted && form.isChecked() && asked)
                    .addAttribute("changed", wanted && !form.isChecked());
        } catch (UserInputException e) {
            if (e.getClass() != UserInputException.class) {
                throw e; // a refusal that is no fault of the list
            }
            model.addAttribute("refused", e).addAttribute("text", form.text());
        }
        return Optional.empty();
    }
}

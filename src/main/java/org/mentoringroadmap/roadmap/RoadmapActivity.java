package org.mentoringroadmap.roadmap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * A numbered item of a roadmap: one executable element of a stage's process, and a row of the paper table at each of its
 * numbers.
 *
 * @param item the first of its numbers, with the roadmap's prefix where it has one, such as {@code 000-1.1.1}; unique in a
 *     roadmap
 * @param title name of the element
 * @param blockTitle names of the enclosing embedded sub-processes, which are the column «Мероприятия» of the paper; null
 *     when the activity stands directly in the stage
 * @param documentation what to do and what comes of it, for the person who does it; empty when not written
 * @param result what the activity leaves behind, such as a document; empty where nothing is named
 * @param start null when the model names none
 * @param due null when the model names none
 * @param responsible ids of the roles that get the task, never empty: what nobody answers for is the curator's
 * @param elementId the element in the stage's process
 * @param processId the stage's process
 * @param calledElement process that the element calls; null for a user task
 * @param orderTerm place of an order in which the term is printed; null for most
 * @param constants what the element hands in to the called process as plain text, such as {@code documentType}, and what it
 *     says of {@link ModelProperties#APPENDICES}, {@link ModelProperties#INDICATORS}, {@link
 *     ModelProperties#DOCUMENT_TYPE}, {@link ModelProperties#BLANK_KIND} and {@link ModelProperties#DOCUMENT_ACCEPTANCE}
 *     (empty where nobody accepts it)
 * @param items all its numbers
 * @param shown the number of this row, one of the numbers
 * @param termPrinted what the paper says of the term, by number, empty where it says nothing; what is left out says the
 *     term by which the school works
 * @param responsiblePrinted whom the paper names, by number, empty where it names nobody; what is left out names the roles
 *     by their titles
 * @param cells what the paper says in columns of its own, by the column's name in small letters
 * @param printed what the paper says instead of the title, by number; empty where the paper does not print that row, because
 *     it is a part of another
 */
public record RoadmapActivity(
        String item,
        String title,
        String blockTitle,
        String documentation,
        String result,
        Term start,
        Term due,
        List<String> responsible,
        String elementId,
        String processId,
        String calledElement,
        OrderTerm orderTerm,
        Map<String, String> constants,
        List<String> items,
        String shown,
        Map<String, String> termPrinted,
        Map<String, String> responsiblePrinted,
        Map<String, String> cells,
        Map<String, String> printed) {

    /** Role of whatever the paper names nobody for. */
    public static final String RESPONSIBLE_FOR_THE_REST = "curator";

    public RoadmapActivity {
        responsible = List.copyOf(responsible);
        constants = Map.copyOf(constants);
        items = List.copyOf(items);
        termPrinted = Map.copyOf(termPrinted);
        responsiblePrinted = Map.copyOf(responsiblePrinted);
        cells = Map.copyOf(cells);
        printed = Map.copyOf(printed);
    }

    /** What tells the activity from all others of the roadmap for as long as its element stays; its number may change. */
    public String key() {
        return processId + "/" + elementId;
    }

    /** The number of this row as the paper prints it: {@code 1.1.1}, {@code 1.5а}. */
    public String printedItem() {
        return RoadmapItems.printed(shown);
    }

    /** What the paper says in this row: its own words, else the title. */
    public String printedContent() {
        return printed.getOrDefault(shown, title);
    }

    /** Whom the paper names in this row; null where it names the roles by their titles, empty where it names nobody. */
    public String printedResponsible() {
        return responsiblePrinted.get(shown);
    }

    /**
     * The term as the paper says it in this row: its own words, else those of the term by which the school works; null where
     * there is neither.
     */
    public String printedTerm(SchoolYear year) {
        if (termPrinted.containsKey(shown)) {
            return termPrinted.get(shown);
        }
        return term() == null ? null : term().cell(year);
    }

    /** Whether the paper has this row; what is a part of another row is done, but not printed by itself. */
    public boolean isPrinted() {
        return !printedContent().isEmpty();
    }

    /** Whether this row stands at the first number of the activity. */
    public boolean first() {
        return shown.equals(item);
    }

    /** The first number of the activity as the paper prints it; null in the row that stands there. */
    public String sameAs() {
        return first() ? null : RoadmapItems.printed(item);
    }

    /** The row of the same activity at another of its numbers. */
    public RoadmapActivity at(String number) {
        return new RoadmapActivity(
                item,
                title,
                blockTitle,
                documentation,
                result,
                start,
                due,
                responsible,
                elementId,
                processId,
                calledElement,
                orderTerm,
                constants,
                items,
                number,
                termPrinted,
                responsiblePrinted,
                cells,
                printed);
    }

    /** Start and due date together; null when the model names no due date. */
    public TermRange term() {
        return due == null ? null : new TermRange(start, due);
    }

    /** Whether number, in either alphabet, title, names around it or result have this part, which is in small letters. */
    public boolean says(String part) {
        return String.join(" ", printedItem(), RoadmapItems.plain(shown), title, String.valueOf(blockTitle), result)
                .toLowerCase(Locale.ROOT)
                .contains(part);
    }
}

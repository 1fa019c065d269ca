package org.mentoringroadmap.roadmap;

import java.util.List;
import java.util.Map;

/**
 * A numbered item of a roadmap: one row of the paper table and one executable element of a stage's process.
 *
 * @param item number with the roadmap's prefix, such as {@code 000-1.1.1}; unique in a roadmap
 * @param title name of the element
 * @param blockTitle name of the enclosing embedded sub-process, which is the column «Мероприятия» of the paper; null
 *     when the activity stands directly in the stage
 * @param documentation what to do and what comes of it, for the person who does it; empty when not written
 * @param result what the activity leaves behind, such as a document
 * @param start null when the model names none
 * @param due null when the model names none
 * @param responsible role ids
 * @param elementId the element in the stage's process
 * @param processId the stage's process
 * @param calledElement process that the element calls; null for a user task
 * @param orderTerm place of an order in which the term is printed; null for most
 * @param constants what the element hands in to the called process as plain text, such as {@code documentType}
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
        Map<String, String> constants) {

    public RoadmapActivity {
        responsible = List.copyOf(responsible);
        constants = Map.copyOf(constants);
    }

    /** What tells the activity from all others of the roadmap for as long as its element stays; its number may change. */
    public String key() {
        return processId + "/" + elementId;
    }

    /** The number as the paper prints it: {@code 1.1.1}. */
    public String printedItem() {
        return RoadmapItems.printed(item);
    }

    /** Start and due date together; null when the model names no due date. */
    public TermRange term() {
        return due == null ? null : new TermRange(start, due);
    }
}

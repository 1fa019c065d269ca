package org.mentoringroadmap.activity.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.WorkAhead;
import org.mentoringroadmap.activity.term.OpenTerm;
import org.mentoringroadmap.activity.term.OpenTerms;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.school.WorkingDays;

/**
 * A row of the page of the year's terms.
 *
 * @param term the activity with its term as it stands
 * @param passed whether that term has passed; otherwise the row stands there because of those that it needs
 * @param after numbers of what the row needs first and what has a new last day
 * @param dayOff whether its new last day is none that people work on
 * @param proposed whether its new last day is the one that the page has proposed
 * @param afterLessons whether its new last day comes after the lessons
 * @param tooEarly numbers of what it needs and what has a new last day after its own
 */
record TermsRow(
        OpenTerm term,
        boolean passed,
        List<String> after,
        boolean proposed,
        boolean dayOff,
        boolean afterLessons,
        List<String> tooEarly) {

    /** Whether it can be said to be done without a document. */
    public boolean byWord() {
        return WorkAhead.isByWord(term.activity());
    }

    /** The rows of a page by their stages. */
    static Map<Stage, List<TermsRow>> byStage(List<TermsRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.term().stage(), LinkedHashMap::new, Collectors.toList()));
    }

    /** The rows of a page. */
    static List<TermsRow> of(OpenTerms open, TermsForm form) {
        return form.rows(open).stream().map(row -> of(row, open, form)).toList();
    }

    private static TermsRow of(OpenTerm term, OpenTerms open, TermsForm form) {
        String item = term.activity().item();
        LocalDate moved = form.movedTo(item);
        LocalDate due = moved == null ? term.due() : moved;
        List<OpenTerm> needs = open.needs(term, form.over(open));
        return new TermsRow(
                term,
                open.hasPassed(term),
                numbers(needs.stream()
                        .filter(need -> form.movedTo(need.activity().item()) != null)
                        .toList()),
                moved != null && moved.toString().equals(form.proposed(item)),
                moved != null && !WorkingDays.isWorking(moved),
                moved != null && moved.isAfter(open.lessonsEnd()),
                form.isOver(item)
                        ? List.of()
                        : numbers(needs.stream()
                                .filter(need -> isAfter(need, due, form))
                                .toList()));
    }

    private static boolean isAfter(OpenTerm need, LocalDate due, TermsForm form) {
        LocalDate moved = form.movedTo(need.activity().item());
        return moved != null && moved.isAfter(due);
    }

    private static List<String> numbers(List<OpenTerm> terms) {
        return terms.stream().map(term -> term.activity().printedItem()).toList();
    }
}

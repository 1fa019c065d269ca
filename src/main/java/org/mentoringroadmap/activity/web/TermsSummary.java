package org.mentoringroadmap.activity.web;

import java.util.List;

/**
 * How much the page of the year's terms has proposed, as it is shown.
 *
 * @param passed rows whose term has passed and that have a new one
 * @param along rows that move along with others
 * @param afterLessons how many of both end after the lessons
 */
record TermsSummary(long passed, long along, long afterLessons) {
    static TermsSummary of(List<TermsRow> rows) {
        List<TermsRow> proposed = rows.stream().filter(TermsRow::proposed).toList();
        return new TermsSummary(
                proposed.stream().filter(TermsRow::passed).count(),
                proposed.stream().filter(row -> !row.passed()).count(),
                proposed.stream().filter(TermsRow::afterLessons).count());
    }

    /** All that was proposed. */
    public long all() {
        return passed + along;
    }
}

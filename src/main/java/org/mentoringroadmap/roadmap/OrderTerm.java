package org.mentoringroadmap.roadmap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The places of an order in which the term of an activity is printed: «разместить на сайте до 30 сентября». */
public enum OrderTerm {
    /** The regulation and the roadmap are to be ready. */
    DOCUMENTS,
    /** Pupils, parents and teachers are to be told. */
    INFORMATION,
    /** The forms of mentoring are to be chosen, the programmes written. */
    FORMS,
    /** The site of the school is to tell of the programme. */
    SITE,
    /** The final event is to be held. */
    EVENT;

    /** How a model writes it, such as {@code documents}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The place that a model names; empty for null and for what is none. */
    public static Optional<OrderTerm> of(String id) {
        return Arrays.stream(values()).filter(term -> term.id().equals(id)).findFirst();
    }
}

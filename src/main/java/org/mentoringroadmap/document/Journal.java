package org.mentoringroadmap.document;

import java.util.Arrays;
import java.util.Optional;

/**
 * A journal in which documents get their numbers; numbers run within a calendar year (ГОСТ Р 7.0.97 and the schools'
 * habit). Kinds of document that were added may have journals of their own beside these ({@link #OWN}).
 */
public enum Journal {
    /** Orders on main activity; the journal holds hundreds of the school's other orders, so its numbers have gaps here. */
    ORDERS("{n}-ОД"),
    /** Protocols of councils and meetings. */
    PROTOCOLS("{n}"),
    /** Reports on the monitoring of the programme. */
    REPORTS("{n}"),
    /** Regulations. */
    REGULATIONS("{n}"),
    /** Roadmaps and programmes of mentoring. */
    PROGRAMMES("{n}"),
    /** Directives of the head and of the deputies. */
    DIRECTIVES("{n}-р"),
    /** Letters that leave the school. */
    LETTERS("{n}"),
    /** Agreements and contracts. */
    AGREEMENTS("{n}"),
    /** Plans, lists and what else has no journal of its own. */
    PAPERS("{n}");

    /** What the id of a journal that one added kind of document has for itself begins with; the kind's id follows. */
    public static final String OWN = "OWN-";

    /** How numbers of an added journal look until the school sets its own habit. */
    public static final String OWN_FORMAT = "{n}";

    private final String format;

    Journal(String format) {
        this.format = format;
    }

    /** How numbers look until the school sets its own habit; {@code {n}} stands for the running number. */
    public String defaultFormat() {
        return format;
    }

    /** Finds a journal that comes with the product by its id. */
    public static Optional<Journal> of(String id) {
        return Arrays.stream(values())
                .filter(journal -> journal.name().equals(id))
                .findFirst();
    }
}

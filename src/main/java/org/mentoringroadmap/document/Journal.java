package org.mentoringroadmap.document;

import java.util.Arrays;
import java.util.List;

/**
 * A journal in which documents get their numbers; numbers run within a calendar year (ГОСТ Р 7.0.97 and the schools'
 * habit).
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
    PROGRAMMES("{n}");

    private final String format;

    Journal(String format) {
        this.format = format;
    }

    /** How numbers look until the school sets its own habit; {@code {n}} stands for the running number. */
    public String defaultFormat() {
        return format;
    }

    /** The kinds of document that get their numbers here. */
    public List<DocumentType> types() {
        return Arrays.stream(DocumentType.values())
                .filter(type -> type.register() == this)
                .toList();
    }
}

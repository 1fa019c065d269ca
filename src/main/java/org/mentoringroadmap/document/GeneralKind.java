package org.mentoringroadmap.document;

import java.util.Arrays;
import java.util.Optional;
import org.mentoringroadmap.document.DocumentKind.Way;
import org.mentoringroadmap.school.DataClass;

/**
 * A kind of document without data of its own: title, heading, items and appendices come from the model or from its author.
 * The id is the value of {@code documentType} in models; its title is in the bundle under {@code document.type.<id>}. A
 * school's own kinds are each based on one of these.
 */
public enum GeneralKind {
    ORDER("order", DataClass.STAFF, Journal.ORDERS, Way.APPROVED, true),
    DIRECTIVE("directive", DataClass.STAFF, Journal.DIRECTIVES, Way.APPROVED, true),
    LOCAL_REGULATION("local-regulation", DataClass.PUBLIC, Journal.REGULATIONS, Way.APPROVED, true),
    PROGRAMME("programme", DataClass.PUBLIC, Journal.PROGRAMMES, Way.APPROVED, true),
    PLAN("plan", DataClass.STAFF, Journal.PAPERS, Way.APPROVED, true),
    LIST("list", DataClass.CHILDREN, Journal.PAPERS, Way.APPROVED, false),
    LETTER("letter", DataClass.STAFF, Journal.LETTERS, Way.APPROVED, false),
    AGREEMENT("agreement", DataClass.STAFF, Journal.AGREEMENTS, Way.SIGNED, false),
    INFORMATION_NOTE("information-note", DataClass.STAFF, Journal.REPORTS, Way.SIGNED, false),
    REPORT("report", DataClass.STAFF, Journal.REPORTS, Way.SIGNED, false),
    MINUTES("minutes", DataClass.STAFF, Journal.PROTOCOLS, Way.SIGNED, false);

    private static final String TEMPLATE = "general-";

    private final DocumentKind kind;

    GeneralKind(String id, DataClass data, Journal journal, Way way, boolean madeKnown) {
        this.kind = new DocumentKind(id, data, journal.name(), way, madeKnown);
    }

    /** What is the same in all its documents. */
    public DocumentKind kind() {
        return kind;
    }

    /**
     * The least that a kind based on this one may be closed: whoever fills such a paper writes into it whom this one names,
     * so what names workers or children is never public.
     */
    public DataClass floor() {
        return kind.data();
    }

    /** Value of {@code documentType} in models. */
    public String id() {
        return kind.id();
    }

    /** Name of the Word template without folder and extension. */
    public String template() {
        return TEMPLATE + id();
    }

    /** Whether its heading is a sentence of its own, «О создании рабочей группы», and no part of the title. */
    public boolean isOrder() {
        return this == ORDER || this == DIRECTIVE;
    }

    /** Whether «ПРИНЯТО» of the pedagogical council stands on it. */
    boolean isAccepted() {
        return this == LOCAL_REGULATION || this == PROGRAMME;
    }

    /** Whether it is put in force by an order, «УТВЕРЖДЕНО приказом», and not by the head's «УТВЕРЖДАЮ». */
    boolean isByOrder() {
        return this == LOCAL_REGULATION || this == PROGRAMME;
    }

    /** Whether stamps stand above its text; the others are signed at their end. */
    boolean isStamped() {
        return isByOrder() || this == PLAN || this == LIST;
    }

    /** Finds a kind by its id. */
    public static Optional<GeneralKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}

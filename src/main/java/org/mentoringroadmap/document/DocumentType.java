package org.mentoringroadmap.document;

import java.util.Arrays;
import java.util.Optional;

/**
 * A kind of document that the programme makes. The id is the value of {@code documentType} in models; title and file
 * name are in the bundle under {@code document.title.<id>} and {@code document.file.<id>}.
 */
public enum DocumentType {
    ORDER_IMPLEMENTATION(DocumentTemplates.ORDER_IMPLEMENTATION, Journal.ORDERS),
    ORDER_CURATOR(DocumentTemplates.ORDER_CURATOR, Journal.ORDERS),
    ORDER_PAIRS(DocumentTemplates.ORDER_PAIRS, Journal.ORDERS),
    ORDER_FINAL_EVENT(DocumentTemplates.ORDER_FINAL_EVENT, Journal.ORDERS),
    ORDER_REWARD(DocumentTemplates.ORDER_REWARD, Journal.ORDERS),
    REGULATION(DocumentTemplates.REGULATION, Journal.REGULATIONS),
    ROADMAP(DocumentTemplates.ROADMAP, Journal.PROGRAMMES),
    TRAINING_PROGRAMME(DocumentTemplates.TRAINING_PROGRAMME, Journal.PROGRAMMES),
    PROTOCOL(DocumentTemplates.PROTOCOL, Journal.PROTOCOLS, Way.SIGNED),
    JURY_PROTOCOL(DocumentTemplates.JURY_PROTOCOL, Journal.PROTOCOLS, Way.SIGNED),
    REPORT_INTERIM(DocumentTemplates.REPORT_INTERIM, Journal.REPORTS, Way.SIGNED),
    REPORT_SATISFACTION(DocumentTemplates.REPORT_SATISFACTION, Journal.REPORTS, Way.SIGNED),
    REPORT_QUALITY(DocumentTemplates.REPORT_QUALITY, Journal.REPORTS, Way.SIGNED),
    REPORT_IMPACT(DocumentTemplates.REPORT_IMPACT, Journal.REPORTS, Way.SIGNED),
    PROGRAMME_CARD(DocumentTemplates.PROGRAMME_CARD),
    CONSENT_ADULT("consent-adult", DocumentTemplates.CONSENTS),
    CONSENT_REPRESENTATIVE("consent-representative", DocumentTemplates.CONSENTS),
    CONSENT_PUBLICATION("consent-publication", DocumentTemplates.CONSENTS),
    CONSENT_HELP("consent-help", DocumentTemplates.CONSENTS),
    INDIVIDUAL_PLAN(DocumentTemplates.INDIVIDUAL_PLAN),
    TRAJECTORY(DocumentTemplates.TRAJECTORY),
    CERTIFICATE(DocumentTemplates.CERTIFICATE),
    LETTER_GRATITUDE(DocumentTemplates.LETTER_GRATITUDE);

    /** How a document comes into force. */
    private enum Way {
        APPROVED,
        SIGNED,
        FORM
    }

    private final String id;
    private final String template;
    private final Journal journal;
    private final Way way;

    DocumentType(String id, Journal journal) {
        this(id, journal, Way.APPROVED);
    }

    DocumentType(String id) {
        this(id, id);
    }

    DocumentType(String id, String template) {
        this(id, template, null, Way.FORM);
    }

    DocumentType(String id, Journal journal, Way way) {
        this(id, id, journal, way);
    }

    DocumentType(String id, String template, Journal journal, Way way) {
        this.id = id;
        this.template = template;
        this.journal = journal;
        this.way = way;
    }

    /** Value of {@code documentType} in models and of {@code type} in the JSON. */
    public String id() {
        return id;
    }

    /** Name of the Word template without folder and extension. */
    public String template() {
        return template;
    }

    /** Journal that gives the number; null for a form, which gets none. */
    public Journal register() {
        return journal;
    }

    /** Whether the head of the school approves it before it gets its number. */
    public boolean isApproved() {
        return way == Way.APPROVED;
    }

    /** Whether those who held the meeting or wrote the report sign it: no approval of the head stands before its number. */
    public boolean isSignedByItsAuthors() {
        return way == Way.SIGNED;
    }

    /** Whether it is a form to be printed and filled by hand: it is ready at once, needs no approval and has no number. */
    public boolean isPrintable() {
        return way == Way.FORM;
    }

    /** Finds a type by its id. */
    public static Optional<DocumentType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }
}

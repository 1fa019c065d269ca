package org.mentoringroadmap.document;

import java.util.Arrays;
import java.util.Optional;
import org.mentoringroadmap.document.DocumentKind.Way;
import org.mentoringroadmap.school.DataClass;

/**
 * A kind of document that has data of its own, which the programme knows. The id is the value of {@code documentType} in models; title and file
 * name are in the bundle under {@code document.title.<id>} and {@code document.file.<id>}. Its {@link DataClass} decides
 * who reads its documents.
 */
public enum DocumentType {
    ORDER_IMPLEMENTATION(DataClass.STAFF, DocumentTemplates.ORDER_IMPLEMENTATION, Journal.ORDERS),
    ORDER_CURATOR(DataClass.STAFF, DocumentTemplates.ORDER_CURATOR, Journal.ORDERS),
    ORDER_PAIRS(DataClass.CHILDREN, DocumentTemplates.ORDER_PAIRS, Journal.ORDERS),
    /** Pairs and groups of teachers, with their written consent. */
    ORDER_MENTORS(DataClass.STAFF, DocumentTemplates.ORDER_MENTORS, Journal.ORDERS),
    /** Says how the pairs of {@link #ORDER_PAIRS} are now. */
    ORDER_PAIRS_AMENDMENT(
            DataClass.CHILDREN, "order-pairs-amendment", DocumentTemplates.ORDER_AMENDMENT, Journal.ORDERS),
    /** Says how those of {@link #ORDER_MENTORS} are now. */
    ORDER_MENTORS_AMENDMENT(
            DataClass.STAFF, "order-mentors-amendment", DocumentTemplates.ORDER_AMENDMENT, Journal.ORDERS),
    ORDER_FINAL_EVENT(DataClass.STAFF, DocumentTemplates.ORDER_FINAL_EVENT, Journal.ORDERS),
    ORDER_REWARD(DataClass.CHILDREN, DocumentTemplates.ORDER_REWARD, Journal.ORDERS),
    REGULATION(DataClass.PUBLIC, DocumentTemplates.REGULATION, Journal.REGULATIONS),
    ROADMAP(DataClass.PUBLIC, DocumentTemplates.ROADMAP, Journal.PROGRAMMES),
    TRAINING_PROGRAMME(DataClass.PUBLIC, DocumentTemplates.TRAINING_PROGRAMME, Journal.PROGRAMMES),
    /** The school tells of the programme: what, where, in which form and when. */
    MEDIA_PLAN(DataClass.PUBLIC, DocumentTemplates.MEDIA_PLAN, Journal.PAPERS),
    PROTOCOL(DataClass.STAFF, DocumentTemplates.PROTOCOL, Journal.PROTOCOLS, Way.SIGNED),
    JURY_PROTOCOL(DataClass.CHILDREN, DocumentTemplates.JURY_PROTOCOL, Journal.PROTOCOLS, Way.SIGNED),
    REPORT_INTERIM(DataClass.STAFF, DocumentTemplates.REPORT_INTERIM, Journal.REPORTS, Way.SIGNED),
    REPORT_SATISFACTION(DataClass.STAFF, DocumentTemplates.REPORT_SATISFACTION, Journal.REPORTS, Way.SIGNED),
    REPORT_QUALITY(DataClass.STAFF, DocumentTemplates.REPORT_QUALITY, Journal.REPORTS, Way.SIGNED),
    REPORT_IMPACT(DataClass.STAFF, DocumentTemplates.REPORT_IMPACT, Journal.REPORTS, Way.SIGNED),
    PROGRAMME_CARD(DataClass.PUBLIC, DocumentTemplates.PROGRAMME_CARD),
    CONSENT_ADULT(DataClass.PUBLIC, "consent-adult", DocumentTemplates.CONSENTS),
    CONSENT_REPRESENTATIVE(DataClass.PUBLIC, "consent-representative", DocumentTemplates.CONSENTS),
    CONSENT_PUBLICATION(DataClass.PUBLIC, "consent-publication", DocumentTemplates.CONSENTS),
    CONSENT_HELP(DataClass.PUBLIC, "consent-help", DocumentTemplates.CONSENTS),
    INDIVIDUAL_PLAN(DataClass.CHILDREN, DocumentTemplates.INDIVIDUAL_PLAN),
    TRAJECTORY(DataClass.CHILDREN, DocumentTemplates.TRAJECTORY),
    PERSONAL_PROGRAMME(DataClass.STAFF, DocumentTemplates.PERSONAL_PROGRAMME),
    /** One for everybody who is talked with. */
    INTERVIEW_SHEET(DataClass.CHILDREN, DocumentTemplates.INTERVIEW_SHEET),
    PRACTICE_CARD(DataClass.STAFF, DocumentTemplates.PRACTICE_CARD),
    CERTIFICATE(DataClass.CHILDREN, DocumentTemplates.CERTIFICATE),
    /** For the best mentors and the winners of a contest. */
    DIPLOMA(DataClass.CHILDREN, DocumentTemplates.DIPLOMA),
    LETTER_GRATITUDE(DataClass.STAFF, DocumentTemplates.LETTER_GRATITUDE);

    private final DocumentKind kind;
    private final String template;

    DocumentType(DataClass data, String id, Journal journal) {
        this(data, id, journal, Way.APPROVED);
    }

    DocumentType(DataClass data, String id) {
        this(data, id, id);
    }

    DocumentType(DataClass data, String id, String template) {
        this(data, id, template, null, Way.FORM);
    }

    DocumentType(DataClass data, String id, String template, Journal journal) {
        this(data, id, template, journal, Way.APPROVED);
    }

    DocumentType(DataClass data, String id, Journal journal, Way way) {
        this(data, id, id, journal, way);
    }

    DocumentType(DataClass data, String id, String template, Journal journal, Way way) {
        this.kind = new DocumentKind(id, data, journal == null ? null : journal.name(), way, way == Way.APPROVED);
        this.template = template;
    }

    /** What is the same in all its documents. */
    public DocumentKind kind() {
        return kind;
    }

    /** Value of {@code documentType} in models and of {@code type} in the JSON. */
    public String id() {
        return kind.id();
    }

    /** Whether it is an order that puts pairs and groups in force. */
    public boolean namesPairs() {
        return this == ORDER_PAIRS || this == ORDER_MENTORS || amends();
    }

    /** Whether it says how the pairs of an order have changed since. */
    public boolean amends() {
        return this == ORDER_PAIRS_AMENDMENT || this == ORDER_MENTORS_AMENDMENT;
    }

    /** The order that says how the pairs of this one have changed. */
    public DocumentType amendment() {
        return switch (this) {
            case ORDER_PAIRS, ORDER_PAIRS_AMENDMENT -> ORDER_PAIRS_AMENDMENT;
            case ORDER_MENTORS, ORDER_MENTORS_AMENDMENT -> ORDER_MENTORS_AMENDMENT;
            default -> throw new IllegalStateException("Names no pairs: " + this);
        };
    }

    /** Name of the Word template without folder and extension. */
    public String template() {
        return template;
    }

    /** Whether stamps stand above its text; the others are signed at their end. */
    boolean isStamped() {
        return this == REGULATION || this == ROADMAP || this == TRAINING_PROGRAMME || this == MEDIA_PLAN;
    }

    /** Finds a type by its id. */
    public static Optional<DocumentType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }
}

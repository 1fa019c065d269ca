package org.mentoringroadmap.document;

import java.util.Arrays;
import java.util.Optional;

/**
 * A kind of document that the programme makes. The id is the value of {@code documentType} in models; title and file
 * name are in the bundle under {@code document.title.<id>} and {@code document.file.<id>}.
 */
public enum DocumentType {
    ORDER_IMPLEMENTATION(DocumentTemplates.ORDER_IMPLEMENTATION, Register.ORDERS),
    ORDER_CURATOR(DocumentTemplates.ORDER_CURATOR, Register.ORDERS),
    REGULATION(DocumentTemplates.REGULATION, Register.REGULATIONS),
    ROADMAP(DocumentTemplates.ROADMAP, Register.PROGRAMMES),
    PROTOCOL(DocumentTemplates.PROTOCOL, Register.PROTOCOLS),
    PROGRAMME_CARD(DocumentTemplates.PROGRAMME_CARD, Register.PROGRAMMES);

    private final String id;
    private final Register register;

    DocumentType(String id, Register register) {
        this.id = id;
        this.register = register;
    }

    /** Value of {@code documentType} in models and of {@code type} in the JSON; also the name of the template. */
    public String id() {
        return id;
    }

    /** Name of the Word template without folder and extension. */
    public String template() {
        return id;
    }

    /** Journal that gives the number. */
    public Register register() {
        return register;
    }

    /** Finds a type by its id. */
    public static Optional<DocumentType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }
}

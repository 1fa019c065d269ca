package org.mentoringroadmap.document;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.mentoringroadmap.school.DataClass;

/**
 * What is the same in all documents of a kind, whether the kind has data of its own ({@link DocumentType}), is general
 * ({@link GeneralKind}) or was added by a school ({@link OwnKind}). A document keeps it as it was when it was made.
 *
 * @param id value of {@code documentType} in models and of {@code type} in the JSON
 * @param data what personal data its documents hold, the edited files and the scan of the signed paper among them. It says
 *     what people may write into it, not only what the template prints: a certificate is handed out with a name in it
 * @param register journal that gives the number, see {@link Journal}; null for a form, which gets none
 * @param way how a document comes into force
 * @param madeKnown whether people of the school must know it under signature; what goes outside is nobody's to sign
 */
@Embeddable
public record DocumentKind(
        @Column(name = "type", nullable = false) String id,

        @Enumerated(EnumType.STRING) @Column(name = "data_class", nullable = false)
        DataClass data,

        String register,

        @Enumerated(EnumType.STRING) @Column(nullable = false)
        Way way,

        @Column(name = "made_known", nullable = false) boolean madeKnown) {

    /** How a document comes into force. */
    public enum Way {
        /** The head of the school approves it, then it gets its number. */
        APPROVED,
        /** Those who held the meeting or wrote the paper sign it: no approval of the head stands before its number. */
        SIGNED,
        /** A form to be printed and filled by hand: ready at once, without approval and without a number. */
        FORM
    }

    /** The same with the class of data that its documents have from now on. */
    DocumentKind closedTo(DataClass data) {
        return new DocumentKind(id, data, register, way, madeKnown);
    }

    /**
     * The same for a document that leaves the school: it has a number of the outgoing papers, and nobody here has to know it.
     *
     * @param headApproves whether the head approves it before; otherwise those who wrote it sign it
     */
    public DocumentKind outgoing(boolean headApproves) {
        return new DocumentKind(id, data, Journal.LETTERS.name(), headApproves ? Way.APPROVED : Way.SIGNED, false);
    }

    /** Whether the head of the school approves it before it gets its number. */
    public boolean isApproved() {
        return way == Way.APPROVED;
    }

    /** Whether those who held the meeting or wrote the paper sign it: no approval of the head stands before its number. */
    public boolean isSignedByItsAuthors() {
        return way == Way.SIGNED;
    }

    /** Whether its table has cells in which the paper has nothing, on purpose: a row without a term, without a responsible. */
    public boolean leavesCellsEmpty() {
        return id.equals(DocumentType.ROADMAP.id());
    }

    /** Whether it is a form to be printed and filled by hand: it is ready at once, needs no approval and has no number. */
    public boolean isPrintable() {
        return way == Way.FORM;
    }
}

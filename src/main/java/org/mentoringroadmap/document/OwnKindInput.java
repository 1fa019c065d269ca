package org.mentoringroadmap.document;

import org.mentoringroadmap.school.DataClass;

/**
 * What an administrator says about a kind of document.
 *
 * @param title «Инструкция»
 * @param general id of the general kind on which it is based
 * @param data what personal data its documents hold
 * @param way how they come into force
 * @param register id of a journal, or {@link #OWN_JOURNAL}
 * @param acceptedBy for «ПРИНЯТО»; may be null or blank
 * @param agreedWith for «СОГЛАСОВАНО», a body on each line; may be null or blank
 * @param byOrder whether an order puts its documents in force
 * @param madeKnown whether people of the school must know its documents under signature
 */
public record OwnKindInput(
        String title,
        String general,
        DataClass data,
        DocumentKind.Way way,
        String register,
        String acceptedBy,
        String agreedWith,
        boolean byOrder,
        boolean madeKnown) {
    /** A journal of its own. */
    public static final String OWN_JOURNAL = "own";
}

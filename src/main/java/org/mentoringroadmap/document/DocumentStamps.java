package org.mentoringroadmap.document;

import java.util.List;

/**
 * What stands above the text of a document that is not signed at its end.
 *
 * @param acceptedBy who has accepted it, as «ПРИНЯТО» names it: «на заседании педагогического совета»; null for no such stamp
 * @param agreedWith bodies with which it is agreed, «СОГЛАСОВАНО» for each
 * @param byOrder whether an order puts it in force, «УТВЕРЖДЕНО приказом … от … № …»; otherwise the head's «УТВЕРЖДАЮ»
 */
public record DocumentStamps(String acceptedBy, List<String> agreedWith, boolean byOrder) {
    /** Nothing but the head's «УТВЕРЖДАЮ». */
    public static final DocumentStamps USUAL = new DocumentStamps(null, List.of(), false);

    public DocumentStamps {
        agreedWith = List.copyOf(agreedWith);
    }

    /** As it is stored: the bodies with which it is agreed a line each, null for none. */
    static DocumentStamps of(String acceptedBy, String agreedWith, boolean byOrder) {
        return new DocumentStamps(
                acceptedBy, agreedWith == null ? List.of() : agreedWith.lines().toList(), byOrder);
    }

    /** The bodies with which it is agreed, a line each; null for none. */
    public String agreedWithText() {
        return agreedWith.isEmpty() ? null : String.join("\n", agreedWith);
    }
}

package org.mentoringroadmap.document;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Where a document stands on its way to the signature, if it is on such a way. */
public enum DocumentStatus {
    /** A form to be printed and filled by hand; nobody has to approve it. */
    READY,
    /** Made by the application, not checked yet. */
    DRAFT,
    /** Checked, waits for the director. */
    REVIEW,
    /** The director gave it back with a comment. */
    RETURNED,
    /** Approved; its text is frozen. In force once it has number and date. */
    APPROVED,
    /** Closed without approval; kept for the history. */
    CANCELLED;

    /** States of a document that nobody has decided on: its text may still change. */
    public static final Set<DocumentStatus> UNDECIDED = Set.of(DRAFT, REVIEW, RETURNED);

    /** Finds a status by its name. */
    public static Optional<DocumentStatus> of(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }

    /** Whether its text may still be replaced by an edited file. */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED || this == READY;
    }

    /** Whether nothing more will happen to its text. */
    public boolean isFinal() {
        return this == APPROVED || this == CANCELLED;
    }
}

package org.mentoringroadmap.document.approval;

import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.UserInputException;

/** The number of the version that somebody has read before deciding about it. */
final class ReadVersion {
    private ReadVersion() {}

    /**
     * Demands a version that the document has.
     *
     * @throws UserInputException {@code document.version-unsaid} when nobody says one, {@code document.version-none} when it
     *     never had that one
     */
    static void requireKnown(Document document, Integer version) {
        if (version == null) {
            throw new UserInputException("document.version-unsaid", String.valueOf(document.lastVersion()));
        }
        if (version < 1 || version > document.lastVersion()) {
            throw new UserInputException(
                    "document.version-none", String.valueOf(version), String.valueOf(document.lastVersion()));
        }
    }

    /**
     * Demands the newest one.
     *
     * @throws ConflictException {@code document.replaced}
     */
    static void requireNewest(Document document, int version) {
        if (version != document.lastVersion()) {
            throw new ConflictException("document.replaced", String.valueOf(document.lastVersion()));
        }
    }
}

package org.mentoringroadmap.document;

/** What a document was offered; a cancelled one needs it no more. */
public record SuggestedNumber(Long documentId, String number, DocumentStatus status) {
    /** Whether the document needs its number no more. */
    public boolean isFreed() {
        return status == DocumentStatus.CANCELLED;
    }
}

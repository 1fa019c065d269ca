package org.mentoringroadmap.document;

/**
 * What a process asks for when it needs a document.
 *
 * @param type kind of document
 * @param programmeId programme
 * @param roadmapItem item of the roadmap, or null
 * @param subject what the activity is about: its name in the model; heading of a protocol
 * @param instanceId process instance that waits for the document, or null
 * @param detail what narrows the kind: kind of event for a protocol, form of mentoring for a card; null otherwise
 */
public record DocumentRequest(
        DocumentType type, Long programmeId, String roadmapItem, String subject, String instanceId, String detail) {

    /** Names the cause of the document: a repeated request with the same origin makes no second one. */
    public String origin() {
        return instanceId != null ? "instance/" + instanceId : type.id() + "/" + programmeId + "/" + detail;
    }
}

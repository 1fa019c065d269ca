package org.mentoringroadmap.document;

import java.util.Set;
import org.mentoringroadmap.school.Role;

/**
 * What a process asks for when it needs a document.
 *
 * @param type kind of document
 * @param programmeId programme
 * @param roadmapItem item of the roadmap, or null
 * @param subject what the activity is about: its name in the model; heading of a protocol
 * @param instanceId process instance that waits for the document, or null
 * @param detail what narrows the kind: kind of event for a protocol, form of mentoring for a card; null otherwise
 * @param responsible roles that answer for the activity: they work on the draft
 */
public record DocumentRequest(
        DocumentType type,
        Long programmeId,
        String roadmapItem,
        String subject,
        String instanceId,
        String detail,
        Set<Role> responsible) {
    public DocumentRequest {
        responsible = Set.copyOf(responsible);
    }

    /** A request of those who keep the school's papers anyway. */
    public DocumentRequest(
            DocumentType type, Long programmeId, String roadmapItem, String subject, String instanceId, String detail) {
        this(type, programmeId, roadmapItem, subject, instanceId, detail, Set.of());
    }

    /** Names the cause of the document: a repeated request with the same origin makes no second one. */
    public String origin() {
        return instanceId != null ? "instance/" + instanceId : type.id() + "/" + programmeId + "/" + detail;
    }
}

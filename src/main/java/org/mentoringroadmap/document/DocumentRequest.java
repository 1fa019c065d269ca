package org.mentoringroadmap.document;

import java.util.Set;
import org.mentoringroadmap.school.Role;

/**
 * What a process asks for when it needs a document.
 *
 * @param kind kind of document
 * @param programmeId programme
 * @param roadmapItem item of the roadmap, or null
 * @param subject what the activity is about: its name in the model; heading of a protocol
 * @param instanceId process instance that waits for the document, or null
 * @param detail what narrows the kind: kind of event for a protocol, form of mentoring for a card; {@link #PART}; null
 *     otherwise
 * @param responsible roles that answer for the activity: they work on the draft
 * @param text what the model says in a document of a general kind
 */
public record DocumentRequest(
        DocumentKind kind,
        Long programmeId,
        String roadmapItem,
        String subject,
        String instanceId,
        String detail,
        Set<Role> responsible,
        DocumentText text) {
    /** Detail of a document that is one part of its activity: whatever comes after it ends the activity. */
    public static final String PART = "part";

    public DocumentRequest {
        responsible = Set.copyOf(responsible);
    }

    /** A request for a document with data of its own. */
    public DocumentRequest(
            DocumentType type,
            Long programmeId,
            String roadmapItem,
            String subject,
            String instanceId,
            String detail,
            Set<Role> responsible) {
        this(type.kind(), programmeId, roadmapItem, subject, instanceId, detail, responsible, DocumentText.NONE);
    }

    /** A request of those who keep the school's papers anyway. */
    public DocumentRequest(
            DocumentType type, Long programmeId, String roadmapItem, String subject, String instanceId, String detail) {
        this(type, programmeId, roadmapItem, subject, instanceId, detail, Set.of());
    }

    /** The kind, where it is one with data of its own; null for a general or an added kind. */
    public DocumentType type() {
        return DocumentType.of(kind.id()).orElse(null);
    }

    /** Names the cause of the document: a repeated request with the same origin makes no second one. */
    public String origin() {
        return instanceId != null ? "instance/" + instanceId : kind.id() + "/" + programmeId + "/" + detail;
    }
}

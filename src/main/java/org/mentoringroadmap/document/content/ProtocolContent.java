package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.activity.event.Event;
import org.mentoringroadmap.activity.event.Events;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/** Protocols of councils and meetings, from what was planned and reported. */
@Component
class ProtocolContent implements DocumentContent {
    /** Kind of event whose decision accepts regulations: the pedagogical council. */
    private static final String OTHER = "other";

    static final String COUNCIL = "pedagogical-council";

    private final Programmes programmes;
    private final Events events;
    private final EventValues about;
    private final DocumentTexts texts;

    ProtocolContent(Programmes programmes, Events events, EventValues about, DocumentTexts texts) {
        this.programmes = programmes;
        this.events = events;
        this.about = about;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.PROTOCOL);
    }

    @Override
    public String title(DocumentRequest request) {
        String kind = kind(request);
        return kind == null
                ? texts.text("document.title.protocol", request.subject())
                : texts.text("document.title.protocol-of", kind);
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        Programme programme = programmes.get(request.programmeId());
        Event event = events.get(request.instanceId());
        Map<String, Object> values = about.of(programme, Optional.of(event));
        values.put("kind", kind(request));
        values.put("title", request.subject());
        values.put("voting", COUNCIL.equals(request.detail()));
        data.put("event", values);
    }

    /** A kind of one's own is called as the model calls it; null for another one, which has no name. */
    private String kind(DocumentRequest request) {
        String detail = request.detail();
        return detail == null || OTHER.equals(detail)
                ? null
                : Objects.requireNonNullElse(texts.find("document.event-kind." + detail), detail);
    }
}

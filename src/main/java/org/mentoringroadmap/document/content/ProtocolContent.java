package org.mentoringroadmap.document.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mentoringroadmap.activity.event.Event;
import org.mentoringroadmap.activity.event.Events;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.springframework.stereotype.Component;

/** Protocols of councils and meetings, from what was planned and reported. */
@Component
class ProtocolContent implements DocumentContent {
    /** Kind of event whose decision accepts regulations: the pedagogical council. */
    private static final String OTHER = "other";

    static final String COUNCIL = "pedagogical-council";

    private final Programmes programmes;
    private final CommonContent common;
    private final Events events;
    private final DocumentTexts texts;

    ProtocolContent(Programmes programmes, CommonContent common, Events events, DocumentTexts texts) {
        this.programmes = programmes;
        this.common = common;
        this.events = events;
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
        List<Map<String, Object>> decisions = CommonContent.lines(
                        event.decisions().orElse(null))
                .stream()
                .map(line -> CommonContent.values("text", line))
                .toList();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind(request));
        values.put("title", request.subject());
        values.put("date", texts.date(event.heldOn().orElse(event.plannedFor())));
        values.put("place", event.place());
        Map<String, Object> chair = common.holder(programme.schoolId(), Role.DIRECTOR);
        Map<String, Object> secretary = common.holder(programme.schoolId(), Role.SECRETARY);
        values.put("chair", chair.get("name"));
        values.put("chairSignature", chair.get("signature"));
        values.put("secretary", secretary.get("name"));
        values.put("secretarySignature", secretary.get("signature"));
        values.put("presentCount", event.came().orElse(null));
        values.put("invited", null);
        values.put("questions", questions(event));
        values.put("decisions", decisions);
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

    private static List<Map<String, Object>> questions(Event event) {
        return CommonContent.lines(event.agenda().orElse(null)).stream()
                .map(line -> CommonContent.values(
                        "title", line.replaceFirst("[.;]+$", ""), "speaker", null, "heard", null, "decision", null))
                .toList();
    }
}

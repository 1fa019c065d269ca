package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/** Where the school tells of its programme: what the roadmap says of that. */
@Component
class MediaPlanContent implements DocumentContent {
    private final Programmes programmes;
    private final ProgrammeRoadmap roadmap;
    private final StampContent stamps;
    private final DocumentTexts texts;

    MediaPlanContent(Programmes programmes, ProgrammeRoadmap roadmap, StampContent stamps, DocumentTexts texts) {
        this.programmes = programmes;
        this.roadmap = roadmap;
        this.stamps = stamps;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.MEDIA_PLAN);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title." + request.type().id());
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        stamps.fill(data, request);
        data.putAll(roadmap.publications(programmes.get(request.programmeId())));
    }
}

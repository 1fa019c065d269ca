package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.springframework.stereotype.Component;

/** Programme and schedule of the mentors' training; days and trainers are filled in by the curator. */
@Component
class TrainingContent implements DocumentContent {
    private final StampContent stamps;
    private final DocumentTexts texts;

    TrainingContent(StampContent stamps, DocumentTexts texts) {
        this.stamps = stamps;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.TRAINING_PROGRAMME);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title." + request.type().id());
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        stamps.fill(data, request);
    }
}

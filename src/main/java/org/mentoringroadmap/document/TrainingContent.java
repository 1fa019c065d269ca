package org.mentoringroadmap.document;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Programme and schedule of the mentors' training; days and trainers are filled in by the curator. */
@Component
class TrainingContent implements DocumentContent {
    private final Texts texts;

    TrainingContent(Texts texts) {
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
        // All that it names is common to every document.
    }
}

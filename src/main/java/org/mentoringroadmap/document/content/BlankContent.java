package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.springframework.stereotype.Component;

/** Blanks that say nothing but what is asked: people fill them in. */
@Component
class BlankContent implements DocumentContent {
    private final DocumentTexts texts;

    BlankContent(DocumentTexts texts) {
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.INTERVIEW_SHEET, DocumentType.PRACTICE_CARD);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title." + request.type().id());
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        // what every document knows is enough
    }
}

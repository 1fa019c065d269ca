package org.mentoringroadmap.document;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Protocol of the jury of the contest for mentors and pairs. */
@Component
class JuryContent implements DocumentContent {
    private final Texts texts;

    JuryContent(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.JURY_PROTOCOL);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title." + request.type().id());
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        data.put("contest", CommonContent.values("jury", null));
    }
}

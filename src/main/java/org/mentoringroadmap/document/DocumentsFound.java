package org.mentoringroadmap.document;

import java.util.List;
import org.mentoringroadmap.search.Found;
import org.mentoringroadmap.search.SearchSource;
import org.springframework.stereotype.Component;

/** Documents by a part of their title or number. */
@Component
class DocumentsFound implements SearchSource {
    private final Documents documents;
    private final DocumentTexts texts;

    DocumentsFound(Documents documents, DocumentTexts texts) {
        this.documents = documents;
        this.texts = texts;
    }

    @Override
    public Kind kind() {
        return Kind.DOCUMENTS;
    }

    @Override
    public List<Found> find(String text, int limit) {
        return documents.search(text, null, null, 0).getContent().stream()
                .limit(limit)
                .map(document -> new Found(
                        document.title(),
                        document.registration().isEmpty()
                                ? ""
                                : "№ " + document.number() + " от " + texts.shortDate(document.date()),
                        "/documents/" + document.id()))
                .toList();
    }
}

package org.mentoringroadmap.document.draft;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.content.DocumentContent;

/** The application does not start with a kind of document that would fail on the day on which it is chosen. */
class DraftsTest {
    @Test
    void everyKindHasItsContent() {
        assertThatCode(() -> drafts(Set.of(DocumentType.values()))).doesNotThrowAnyException();
    }

    @Test
    void aKindWithoutContentIsNamed() {
        assertThatThrownBy(() -> drafts(EnumSet.complementOf(EnumSet.of(DocumentType.TRAJECTORY))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TRAJECTORY");
    }

    @Test
    void aKindWithTwoContentsIsNamed() {
        assertThatThrownBy(() -> drafts(Set.of(DocumentType.values()), Set.of(DocumentType.REGULATION)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("REGULATION");
    }

    @SafeVarargs
    private static Drafts drafts(Set<DocumentType>... kinds) {
        List<DocumentContent> contents =
                List.of(kinds).stream().map(DraftsTest::content).toList();
        return new Drafts(null, null, null, null, null, null, null, null, contents, null, null, null, null);
    }

    private static DocumentContent content(Set<DocumentType> types) {
        return new DocumentContent() {
            @Override
            public Set<DocumentType> types() {
                return types;
            }

            @Override
            public String title(DocumentRequest request) {
                return "";
            }

            @Override
            public void fill(Map<String, Object> data, DocumentRequest request) {}
        };
    }
}

package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTemplates;
import org.mentoringroadmap.document.DocumentType;

/** What one kind of document says beyond what all say ({@link CommonContent}). */
public interface DocumentContent {
    /** The kinds that it serves. */
    Set<DocumentType> types();

    /** Title for lists. */
    String title(DocumentRequest request);

    /**
     * Adds the values that the template of the kind names ({@link DocumentTemplates}); what is not known stays null and
     * prints a blank.
     *
     * @param data holds the common values already
     */
    void fill(Map<String, Object> data, DocumentRequest request);
}

package org.mentoringroadmap.document;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** What is typed about documents; the title of a signed one is part of it and stays. */
@Component
class DocumentFreeTexts implements FreeTexts {
    private static final String OF_DOCUMENT = "document_id in (select id from document where school_id = :school)";

    @Override
    public String toldAs() {
        return "person-data.mention.documents";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("document", "title", OF_SCHOOL + " and status <> 'APPROVED'"),
                new Column("document", "comment_text", OF_SCHOOL),
                new Column("document", "earlier_number", OF_SCHOOL),
                new Column("document", "heading", OF_SCHOOL + " and status <> 'APPROVED'"),
                new Column("document", "items_text", OF_SCHOOL + " and status <> 'APPROVED'"),
                new Column("document", "appendices_text", OF_SCHOOL + " and status <> 'APPROVED'"),
                new Column("document_decision", "reason_text", OF_DOCUMENT),
                new Column("document_version", "file_name", OF_DOCUMENT));
    }
}

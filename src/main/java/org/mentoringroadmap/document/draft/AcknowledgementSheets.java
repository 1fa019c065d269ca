package org.mentoringroadmap.document.draft;

import java.util.Map;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentTemplates;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.content.CommonContent;
import org.mentoringroadmap.document.template.SchoolTemplates;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.school.ReadingRule;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.storage.StoredFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sheets on which people sign that they know a document; printed, not kept. */
@Service
@Transactional(readOnly = true)
public class AcknowledgementSheets {
    private final Documents documents;
    private final SchoolTemplates templates;
    private final CommonContent common;
    private final Programmes programmes;
    private final DocumentTexts texts;

    AcknowledgementSheets(
            Documents documents,
            SchoolTemplates templates,
            CommonContent common,
            Programmes programmes,
            DocumentTexts texts) {
        this.documents = documents;
        this.templates = templates;
        this.common = common;
        this.programmes = programmes;
        this.texts = texts;
    }

    /**
     * A sheet with everybody on the school's list; of what names children with those who may read it, and lines for the
     * others whom it concerns.
     *
     * @throws NotFoundException {@code document.unknown}
     */
    public StoredFile sheet(Long documentId) {
        Document document = documents.visible(documentId);
        Map<String, Object> data = common.of(programmes.get(document.programmeId()));
        data.put(
                "document",
                CommonContent.values(
                        "number", document.number(),
                        "date", texts.date(document.date()),
                        "title", CommonContent.withinSentence(document.title())));
        DataClass names = document.kind().data();
        data.put(
                "people",
                common.inFull(
                        document.schoolId(),
                        member -> names.namesNoChild()
                                || member.roles().stream().anyMatch(role -> ReadingRule.keeps(role, names))));
        return new StoredFile(
                null,
                document.schoolId(),
                texts.text("document.file.sheet", document.title()).replaceAll("[\\\\/:*?\"<>|«»]", "") + ".docx",
                DocumentFiles.DOCX,
                null,
                templates.render(document.schoolId(), DocumentTemplates.ACKNOWLEDGEMENT_SHEET, data));
    }
}

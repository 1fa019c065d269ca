package org.mentoringroadmap.document;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/** Reports on the monitoring of the programme. */
@Component
class ReportContent implements DocumentContent {
    private final Programmes programmes;
    private final Texts texts;

    ReportContent(Programmes programmes, Texts texts) {
        this.programmes = programmes;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(
                DocumentType.REPORT_INTERIM,
                DocumentType.REPORT_SATISFACTION,
                DocumentType.REPORT_QUALITY,
                DocumentType.REPORT_IMPACT);
    }

    @Override
    public String title(DocumentRequest request) {
        String title = texts.text("document.title." + request.type().id());
        return isOfTheYear(request) ? title : texts.text("document.title.report-of", title, period(request));
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        data.put("report", CommonContent.values("period", period(request)));
    }

    private String period(DocumentRequest request) {
        Programme programme = programmes.get(request.programmeId());
        return texts.text(
                "document.report.period." + (isOfTheYear(request) ? "year" : request.detail()),
                String.valueOf(programme.schoolYear().firstYear()),
                String.valueOf(programme.schoolYear().secondYear()));
    }

    private static boolean isOfTheYear(DocumentRequest request) {
        return request.detail() == null || request.detail().isBlank();
    }
}

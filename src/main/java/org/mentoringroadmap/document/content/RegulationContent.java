package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.activity.FormsChoice;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentStamps;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/** The regulation and the roadmap: accepted by the council, put in force by the head's order. */
@Component
class RegulationContent implements DocumentContent {
    private final Programmes programmes;
    private final ProgrammeRoadmap roadmap;
    private final StampContent stamps;
    private final FormsChoice forms;
    private final DocumentTexts texts;

    RegulationContent(
            Programmes programmes,
            ProgrammeRoadmap roadmap,
            StampContent stamps,
            FormsChoice forms,
            DocumentTexts texts) {
        this.programmes = programmes;
        this.roadmap = roadmap;
        this.stamps = stamps;
        this.forms = forms;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.REGULATION, DocumentType.ROADMAP);
    }

    @Override
    public String title(DocumentRequest request) {
        String usual = texts.text("document.title." + request.type().id());
        return request.type() == DocumentType.ROADMAP
                ? roadmap.paperTitle(programmes.get(request.programmeId())).orElse(usual)
                : usual;
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        if (request.type() == DocumentType.ROADMAP) {
            Programme programme = programmes.get(request.programmeId());
            DocumentStamps said = roadmap.stamps(programme, stamps.of(request));
            stamps.fill(data, programme.id(), said);
            data.putAll(roadmap.content(programme, said));
        } else {
            stamps.fill(data, request);
            data.put("teachers", !roadmap.isOfPupils(programmes.get(request.programmeId())));
            data.put(
                    "forms",
                    forms.of(request.programmeId()).stream()
                            .map(form -> CommonContent.values("title", texts.text("document.form." + form.id())))
                            .toList());
        }
    }
}

package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.activity.FormsChoice;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/** The regulation and the roadmap: accepted by the council, put in force by the head's order. */
@Component
class RegulationContent implements DocumentContent {
    private final Programmes programmes;
    private final ProgrammeRoadmap roadmap;
    private final CouncilAcceptance council;
    private final FormsChoice forms;
    private final DocumentTexts texts;

    RegulationContent(
            Programmes programmes,
            ProgrammeRoadmap roadmap,
            CouncilAcceptance council,
            FormsChoice forms,
            DocumentTexts texts) {
        this.programmes = programmes;
        this.roadmap = roadmap;
        this.council = council;
        this.forms = forms;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.REGULATION, DocumentType.ROADMAP);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title." + request.type().id());
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        data.put("acceptance", council.values(request.programmeId()));
        if (request.type() == DocumentType.ROADMAP) {
            data.putAll(roadmap.content(programmes.get(request.programmeId())));
        } else {
            data.put(
                    "forms",
                    forms.of(request.programmeId()).stream()
                            .map(form -> CommonContent.values("title", texts.text("document.form." + form.id())))
                            .toList());
        }
    }
}

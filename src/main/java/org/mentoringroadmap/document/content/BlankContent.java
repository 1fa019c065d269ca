package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/** Blanks that say nothing but what is asked: people fill them in. Who is talked with is asked as befits the roadmap. */
@Component
class BlankContent implements DocumentContent {
    private final Programmes programmes;
    private final ProgrammeRoadmap roadmap;
    private final DocumentTexts texts;

    BlankContent(Programmes programmes, ProgrammeRoadmap roadmap, DocumentTexts texts) {
        this.programmes = programmes;
        this.roadmap = roadmap;
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
        if (request.type() == DocumentType.INTERVIEW_SHEET) {
            Programme programme = programmes.get(request.programmeId());
            String of = roadmap.isOfPupils(programme) ? "pupils" : roadmap.isOfTeachers(programme) ? "teachers" : "all";
            data.put("interview", CommonContent.values("of", texts.text("document.interview.of." + of)));
        }
    }
}

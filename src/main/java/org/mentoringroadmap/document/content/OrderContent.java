package org.mentoringroadmap.document.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.springframework.stereotype.Component;

/** Orders of the school's head: who does what by when, and who has to know. */
@Component
class OrderContent implements DocumentContent {
    static final Set<Role> CONCERNED = Set.of(
            Role.DEPUTY,
            Role.CURATOR,
            Role.PSYCHOLOGIST,
            Role.SOCIAL_WORKER,
            Role.CLASS_TEACHER,
            Role.SITE_EDITOR,
            Role.SECRETARY);

    private final Programmes programmes;
    private final CommonContent common;
    private final ProgrammeRoadmap roadmap;
    private final DocumentRepository documents;
    private final DocumentTexts texts;

    OrderContent(
            Programmes programmes,
            CommonContent common,
            ProgrammeRoadmap roadmap,
            DocumentRepository documents,
            DocumentTexts texts) {
        this.programmes = programmes;
        this.common = common;
        this.roadmap = roadmap;
        this.documents = documents;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.ORDER_IMPLEMENTATION, DocumentType.ORDER_CURATOR);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title." + request.type().id());
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        Programme programme = programmes.get(request.programmeId());
        data.put("terms", roadmap.terms(programme));
        data.put("people", common.people(programme.schoolId(), CONCERNED));
        data.put("appendices", appendices(programme));
        data.put("teachers", !roadmap.isOfPupils(programme));
    }

    /** Documents of the programme that the order puts in force together with itself: those that are checked already. */
    private List<Map<String, Object>> appendices(Programme programme) {
        return documents.ofProgramme(programme.id()).stream()
                .filter(document ->
                        document.type() == DocumentType.REGULATION || document.type() == DocumentType.ROADMAP)
                .filter(document ->
                        document.status() == DocumentStatus.REVIEW || document.status() == DocumentStatus.APPROVED)
                .map(document -> CommonContent.values("title", document.title()))
                .toList();
    }
}

package org.mentoringroadmap.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programme.Role;
import org.springframework.stereotype.Component;

/** A card for one form of mentoring; the curator completes it in Word. */
@Component
class ProgrammeCardContent implements DocumentContent {
    private final Programmes programmes;
    private final CommonContent common;
    private final Texts texts;

    ProgrammeCardContent(Programmes programmes, CommonContent common, Texts texts) {
        this.programmes = programmes;
        this.common = common;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.PROGRAMME_CARD);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title.programme-card", form(request));
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        Programme programme = programmes.get(request.programmeId());
        data.put(
                "card",
                CommonContent.values(
                        "title", null,
                        "form", form(request),
                        "roleModel", null,
                        "goal", null,
                        "tasks", null,
                        "mentors", null,
                        "mentees", null,
                        "period",
                                texts.text(
                                        "document.card.period",
                                        String.valueOf(programme.schoolYear().firstYear()),
                                        String.valueOf(programme.schoolYear().secondYear())),
                        "place", null,
                        "results", null,
                        "responsible",
                                common.holder(programme.schoolId(), Role.CURATOR)
                                        .get("name"),
                        "activities", List.of()));
    }

    private String form(DocumentRequest request) {
        return texts.text("document.form." + request.detail());
    }
}

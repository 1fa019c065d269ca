package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/**
 * What pairs fill in together: a sheet for every pair or group; the template adds one for those that join later. Pupils are
 * named where the paper is of a class that may hold their names.
 */
@Component
class PlanContent implements DocumentContent {
    private final Programmes programmes;
    private final ProgrammeRoadmap roadmap;
    private final MentorshipRows pairs;
    private final DocumentTexts texts;

    PlanContent(Programmes programmes, ProgrammeRoadmap roadmap, MentorshipRows pairs, DocumentTexts texts) {
        this.programmes = programmes;
        this.roadmap = roadmap;
        this.pairs = pairs;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.INDIVIDUAL_PLAN, DocumentType.TRAJECTORY, DocumentType.PERSONAL_PROGRAMME);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title." + request.type().id());
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        Programme programme = programmes.get(request.programmeId());
        boolean named = !request.kind().data().namesNoChild() || roadmap.isOfTeachers(programme);
        data.put(
                "sheets",
                pairs.of(programme).stream()
                        .map(pair -> sheet(data, pair, named))
                        .toList());
    }

    /** Inside a repeated part a template sees nothing but the element. */
    private static Map<String, Object> sheet(Map<String, Object> data, Map<String, Object> pair, boolean named) {
        Map<String, Object> sheet = CommonContent.values(
                "code",
                pair.get("code"),
                "mentor",
                pair.get("mentor"),
                "mentees",
                named ? pair.get("chosen") : null,
                "form",
                pair.get("form"));
        Set.of("school", "schoolYear", "curator").forEach(key -> sheet.put(key, data.get(key)));
        return sheet;
    }
}

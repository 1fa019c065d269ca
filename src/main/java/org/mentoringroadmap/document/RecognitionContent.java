package org.mentoringroadmap.document;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.activity.Steps;
import org.springframework.stereotype.Component;

/** Certificates and letters of gratitude: ready but for the name. */
@Component
class RecognitionContent implements DocumentContent {
    /** Detail of a certificate for those who were trained as mentors. */
    static final String TRAINING = "training";

    /** Detail of a certificate for those who took part in the programme. */
    static final String PARTICIPATION = "participation";

    private final Steps steps;
    private final Texts texts;

    RecognitionContent(Steps steps, Texts texts) {
        this.steps = steps;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.CERTIFICATE, DocumentType.LETTER_GRATITUDE);
    }

    @Override
    public String title(DocumentRequest request) {
        return request.type() == DocumentType.CERTIFICATE
                ? texts.text("document.title.certificate." + request.detail())
                : texts.text("document.title.letter-gratitude");
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        if (request.type() == DocumentType.CERTIFICATE) {
            data.put(
                    "certificate",
                    CommonContent.values(
                            "text",
                            texts.text("document.certificate." + request.detail()),
                            "training",
                            TRAINING.equals(request.detail()),
                            "hours",
                            StepFacts.of(steps.of(request.programmeId(), request.roadmapItem()))
                                    .figure("hours")));
        }
    }
}

package org.mentoringroadmap.document;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.activity.Steps;
import org.springframework.stereotype.Component;

/** Protocol of the jury of the contest for mentors and pairs, from what was counted in the steps of the contest. */
@Component
class JuryContent implements DocumentContent {
    private final Steps steps;
    private final Texts texts;

    JuryContent(Steps steps, Texts texts) {
        this.steps = steps;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.JURY_PROTOCOL);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title." + request.type().id());
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        StepFacts facts = StepFacts.of(steps.ofInstance(request.instanceId()));
        data.put(
                "contest",
                CommonContent.values(
                        "nominations", facts.figure("nominations"),
                        "entries", facts.figure("entries"),
                        "jury", facts.figure("jury"),
                        "winners", facts.figure("winners"),
                        "decisions",
                                CommonContent.lines(facts.text("decisions")).stream()
                                        .map(line -> CommonContent.values("text", line))
                                        .toList()));
    }
}

package org.mentoringroadmap.document.content;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.springframework.stereotype.Component;

/** Protocol of the jury of the contest for mentors and pairs, from what was counted in the steps of the contest. */
@Component
class JuryContent implements DocumentContent {
    private final Steps steps;
    private final DocumentTexts texts;

    JuryContent(Steps steps, DocumentTexts texts) {
        this.steps = steps;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.JURY_PROTOCOL);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title." + request.type().id(), heading(request));
    }

    /** The nominations with «и» before the last one. */
    private String heading(DocumentRequest request) {
        List<String> names = names(request);
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : texts.text("document.jury.nominations", String.join(", ", names.subList(0, last)), names.get(last));
    }

    private List<String> names(DocumentRequest request) {
        String said = request.detail() == null || request.detail().isBlank()
                ? texts.text("document.jury.usual")
                : request.detail();
        return Arrays.stream(said.strip().split("\\s*,\\s*"))
                .map(name -> name.contains("«") ? name : texts.text("document.jury.nomination", name))
                .toList();
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        StepAnswers answers = StepAnswers.of(steps.ofInstance(request.instanceId()));
        data.put(
                "contest",
                CommonContent.values(
                        "heading", heading(request),
                        "first", names(request).get(0),
                        "second", names(request).stream().skip(1).findFirst().orElse(null),
                        "nominations", answers.figure("nominations"),
                        "entries", answers.figure("entries"),
                        "jury", answers.figure("jury"),
                        "winners", answers.figure("winners"),
                        "decisions",
                                CommonContent.lines(answers.text("decisions")).stream()
                                        .map(line -> CommonContent.values("text", line))
                                        .toList()));
    }
}

package org.mentoringroadmap.roadmap.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** A small roadmap without any problem ({@code src/test/resources/models/good}). */
public final class SampleModels {

    public static final String MASTER = "sample-roadmap.bpmn";
    public static final String STAGE = "sample-roadmap-1-conditions.bpmn";
    static final String FORM = "sample-form.form";

    /** What the sample needs and does not bring itself. */
    static final ModelContext CONTEXT = new KnownNames(
            Set.of(
                    "recordOutcome",
                    "generateDraft",
                    "sweepDeadlines",
                    "startProgramme",
                    "lookUpPassedTerms",
                    "confirmTerms",
                    "completeProgramme",
                    "lookUpOutcome"),
            Set.of(),
            Set.of(
                    "activity",
                    "document-approval",
                    "consent-collection",
                    "control-points",
                    "recurring-activity",
                    "sample-roadmap-2-mentees"),
            Set.of("deputy", "curator"),
            Set.of("/tasks/activity"));

    private SampleModels() {}

    /** The files of the sample. */
    public static List<ModelFile> good() {
        return List.of(file(MASTER), file(STAGE), file(FORM));
    }

    public static BpmnModelInstance model(String name) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(file(name).bytes()));
    }

    static String text(String name) {
        return new String(file(name).bytes(), StandardCharsets.UTF_8);
    }

    private static ModelFile file(String name) {
        try (InputStream stream = SampleModels.class.getResourceAsStream("/models/good/" + name)) {
            return new ModelFile(name, stream.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.mentoringroadmap.roadmap.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** What the checker says about a single form. */
public final class FormVerdict {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FormVerdict() {}

    /** All problems of the form, which is deployed under its own id. */
    public static List<String> of(String form) {
        return new ModelChecker()
                .check(List.of(ModelFile.of(id(form) + ".form", form)), SampleModels.CONTEXT).stream()
                        .map(ModelProblem::text)
                        .toList();
    }

    private static String id(String form) {
        try {
            return JSON.readTree(form).path("id").asText("form");
        } catch (IOException e) {
            return "form";
        }
    }
}

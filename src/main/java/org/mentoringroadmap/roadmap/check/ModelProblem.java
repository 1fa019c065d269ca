package org.mentoringroadmap.roadmap.check;

import java.util.Comparator;
import org.mentoringroadmap.roadmap.Messages;

/**
 * A breach of a convention in a model or form.
 *
 * @param resource bare file name
 * @param elementId id of the element, form field or process; null when the whole file is meant
 * @param elementName label of the element; null when it has none
 * @param rule the convention
 * @param advice what to do, in Russian, one or two sentences
 */
public record ModelProblem(String resource, String elementId, String elementName, ModelRule rule, String advice)
        implements Comparable<ModelProblem> {

    private static final Comparator<ModelProblem> ORDER = Comparator.comparing(ModelProblem::resource)
            .thenComparing(ModelProblem::elementId, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ModelProblem::rule)
            .thenComparing(ModelProblem::advice);

    /** One line for the administrator: where it is and what to do, in Russian. */
    public String text() {
        if (elementId == null) {
            return Messages.text("problem.file", resource, advice);
        }
        return elementName == null || elementName.isBlank()
                ? Messages.text("problem.element", resource, elementId, advice)
                : Messages.text(
                        "problem.named-element",
                        resource,
                        elementId,
                        elementName.strip().replaceAll("\\s+", " "),
                        advice);
    }

    /** By file, then element, then rule. */
    @Override
    public int compareTo(ModelProblem other) {
        return ORDER.compare(this, other);
    }
}

package org.mentoringroadmap.activity.process;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.mentoringroadmap.activity.term.MovedTerm;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.roadmap.NewestModels;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.ModelFault;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.stereotype.Component;

/**
 * What a stage hands in to the block of an activity, read from the calling element, so that a model says it only once.
 * Public because the engine calls the methods of public classes only from an expression; their names are part of the API
 * that running instances rely on.
 */
@Component("activityProperties")
public class ActivityProperties {
    private final Terms terms;
    private final NewestModels models;

    ActivityProperties(Terms terms, NewestModels models) {
        this.terms = terms;
        this.models = models;
    }

    /** Item of the roadmap: property {@code roadmapItem}. */
    public String item(DelegateExecution execution) {
        return required(execution, ElementProperties.ITEM);
    }

    /** Title of the activity: name of the element. */
    public String title(DelegateExecution execution) {
        return element(execution).getName();
    }

    /** What to do and what results: documentation of the element. */
    public String guide(DelegateExecution execution) {
        return ElementProperties.documentation(element(execution));
    }

    /**
     * Beginning of the term, for example {@code 2025-06-01T08:00:00}: property {@code roadmapStart}, unless the term was
     * moved before it.
     */
    public String start(DelegateExecution execution) {
        LocalDateTime planned =
                Term.parse(required(execution, ElementProperties.START)).startIn(year(execution));
        return text(moved(execution).map(term -> term.startAt(planned)).orElse(planned));
    }

    /** End of the term, for example {@code 2025-08-31T18:00:00}: as it was moved, or property {@code roadmapDue}. */
    public String due(DelegateExecution execution) {
        return text(moved(execution)
                .map(MovedTerm::dueAt)
                .orElseGet(() ->
                        Term.parse(required(execution, ElementProperties.DUE)).dueIn(year(execution))));
    }

    /** Roles as a comma list without spaces, as candidate groups are written: property {@code roadmapResponsible}. */
    public String responsible(DelegateExecution execution) {
        return String.join(",", ElementProperties.ids(required(execution, ElementProperties.RESPONSIBLE)));
    }

    private Optional<MovedTerm> moved(DelegateExecution execution) {
        return ElementProperties.find(element(execution), ElementProperties.ITEM)
                .flatMap(item -> terms.find(Long.valueOf(execution.getProcessBusinessKey()), item));
    }

    private static SchoolYear year(DelegateExecution execution) {
        return new SchoolYear(Integer.parseInt(BlockVariables.FIRST_YEAR.from(execution::getVariable)));
    }

    static String text(LocalDateTime time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    /** A running year goes by its own edition; what that lacks may stand in a model that was corrected since. */
    private String required(DelegateExecution execution, String property) {
        FlowElement element = element(execution);
        return ElementProperties.find(element, property)
                .or(() -> models.newest(element).flatMap(newest -> ElementProperties.find(newest, property)))
                .orElseThrow(() -> new ModelFault(
                        "model.fault." + property,
                        ElementProperties.find(element, ElementProperties.ITEM).orElse("–"),
                        Objects.requireNonNullElse(element.getName(), element.getId())));
    }

    private static FlowElement element(DelegateExecution execution) {
        return execution.getBpmnModelElementInstance();
    }
}

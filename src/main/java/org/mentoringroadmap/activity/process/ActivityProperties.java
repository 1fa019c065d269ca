package org.mentoringroadmap.activity.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.mentoringroadmap.activity.term.MovedTerm;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.roadmap.ModelFault;
import org.mentoringroadmap.roadmap.NewestModels;
import org.mentoringroadmap.roadmap.RelativeTerm;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.roadmap.TermRange;
import org.mentoringroadmap.shared.BlockVariables;
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
    private final Clock clock;

    ActivityProperties(Terms terms, NewestModels models, Clock clock) {
        this.terms = terms;
        this.models = models;
        this.clock = clock;
    }

    /**
     * Item of the roadmap: the first number in the property {@code roadmapItem}. A running year goes by its own edition;
     * what that lacks may stand in a model that was corrected since.
     */
    public String item(DelegateExecution execution) {
        FlowElement element = element(execution);
        return ElementProperties.item(element)
                .or(() -> models.newest(element).flatMap(ElementProperties::item))
                .orElseThrow(() -> new ModelFault(
                        "model.fault.roadmapItem",
                        "–",
                        Objects.requireNonNullElse(element.getName(), element.getId())));
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
     * Beginning of the term, for example {@code 2025-06-01T08:00:00}: property {@code roadmapStart}, or the beginning that
     * {@code roadmapDue} says («октябрь»), unless the term was moved before it. Where the paper names no beginning, the
     * activity begins when the process comes to it, and no later than it is due.
     */
    public String start(DelegateExecution execution) {
        LocalDateTime planned = plannedStart(execution).orElseGet(() -> {
            LocalDateTime now = LocalDate.now(clock).atTime(Term.DAY_START);
            LocalDateTime due = plannedDue(execution);
            return now.isBefore(due) ? now : due.toLocalDate().atTime(Term.DAY_START);
        });
        return text(moved(execution).map(term -> term.startAt(planned)).orElse(planned));
    }

    /**
     * End of the term, for example {@code 2025-08-31T18:00:00}: as it was moved, or property {@code roadmapDue}; the end of
     * the stage where the paper names no term.
     */
    public String due(DelegateExecution execution) {
        return text(moved(execution).map(MovedTerm::dueAt).orElseGet(() -> plannedDue(execution)));
    }

    /**
     * Roles as a comma list without spaces, as candidate groups are written: property {@code roadmapResponsible}; the
     * curator where it is not written.
     */
    public String responsible(DelegateExecution execution) {
        return ElementProperties.find(element(execution), ElementProperties.RESPONSIBLE)
                .map(roles -> String.join(",", ElementProperties.ids(roles)))
                .orElse(RoadmapActivity.RESPONSIBLE_FOR_THE_REST);
    }

    private Optional<LocalDateTime> plannedStart(DelegateExecution execution) {
        Optional<Term> start = term(execution, ElementProperties.START);
        Optional<Term> due = term(execution, ElementProperties.DUE);
        if (start.or(() -> due).filter(RelativeTerm.class::isInstance).isPresent()) {
            return planned(execution).start();
        }
        return due.flatMap(end -> new TermRange(start.orElse(null), end).startIn(year(execution)))
                .or(() -> start.map(begin -> begin.startIn(year(execution))));
    }

    private LocalDateTime plannedDue(DelegateExecution execution) {
        return term(execution, ElementProperties.DUE)
                .filter(term -> !(term instanceof RelativeTerm))
                .map(term -> term.dueIn(year(execution)))
                .orElseGet(() -> planned(execution).due());
    }

    /** What only the whole roadmap knows: where its own words name no day. */
    private Terms.Planned planned(DelegateExecution execution) {
        return terms.planned(Long.valueOf(execution.getProcessBusinessKey()), item(execution));
    }

    private static Optional<Term> term(DelegateExecution execution, String property) {
        return ElementProperties.find(element(execution), property).map(Term::parse);
    }

    private Optional<MovedTerm> moved(DelegateExecution execution) {
        return ElementProperties.item(element(execution))
                .flatMap(item -> terms.find(Long.valueOf(execution.getProcessBusinessKey()), item));
    }

    private static SchoolYear year(DelegateExecution execution) {
        return new SchoolYear(Integer.parseInt(BlockVariables.FIRST_YEAR.from(execution::getVariable)));
    }

    static String text(LocalDateTime time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    private static FlowElement element(DelegateExecution execution) {
        return execution.getBpmnModelElementInstance();
    }
}

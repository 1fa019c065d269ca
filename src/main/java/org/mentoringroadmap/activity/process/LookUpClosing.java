package org.mentoringroadmap.activity.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.mentoringroadmap.activity.term.MovedTerm;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.RelativeTerm;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.stereotype.Component;

/**
 * Says at the start of a stage when it stops waiting for what people may leave open: at the end of the item that the
 * element names in {@code closingItem}, where it was moved to or as planned, but never within two weeks, so that a year
 * begun late has time for it too. When the item's term moves later, the stage's timer moves with it.
 */
@Component("lookUpClosing")
class LookUpClosing implements ExecutionListener {
    private static final Period AT_LEAST = Period.ofDays(14);

    private final Terms terms;
    private final Clock clock;

    LookUpClosing(Terms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String named = ElementProperties.find(
                        execution.getBpmnModelElementInstance(), BlockVariables.CLOSING_ITEM.name())
                .orElseThrow(() -> new IllegalStateException("No " + BlockVariables.CLOSING_ITEM.name()));
        String item = FlowGraph.everywhere(execution.getBpmnModelInstance(), FlowNode.class).stream()
                .flatMap(node -> ElementProperties.item(node).stream())
                .filter(number -> RoadmapItems.same(number, named)) // people write numbers without what is not printed
                .findFirst()
                .orElse(named);
        SchoolYear year = new SchoolYear(Integer.parseInt(BlockVariables.FIRST_YEAR.from(execution::getVariable)));
        LocalDateTime end = terms.find(Long.valueOf(execution.getProcessBusinessKey()), item)
                .map(MovedTerm::dueAt)
                .orElseGet(() -> planned(execution, item)
                        .map(term -> term.dueIn(year))
                        .orElseGet(() -> terms.planned(Long.valueOf(execution.getProcessBusinessKey()), item)
                                .due()));
        LocalDateTime soonest = LocalDateTime.now(clock).plus(AT_LEAST).truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime closing = end.isAfter(soonest) ? end : soonest;
        BlockVariables.CLOSING_ITEM.to(execution::setVariable, item);
        ActivityVariables.CLOSING.to(execution::setVariable, ActivityProperties.text(closing));
    }

    /** Its own term; empty where only the whole roadmap knows it. */
    private static Optional<Term> planned(DelegateExecution execution, String item) {
        return FlowGraph.everywhere(execution.getBpmnModelInstance(), FlowNode.class).stream()
                .filter(node ->
                        ElementProperties.item(node).filter(item::equals).isPresent())
                .flatMap(node -> ElementProperties.find(node, ElementProperties.DUE).stream())
                .map(Term::parse)
                .filter(term -> !(term instanceof RelativeTerm))
                .findFirst();
    }
}

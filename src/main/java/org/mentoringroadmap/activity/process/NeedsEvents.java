package org.mentoringroadmap.activity.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.activity.RowNeeds;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * As a stage comes to an event that waits for rows, it is looked whether they have ended already. Whoever draws such an
 * event need not think of that.
 */
@Component
class NeedsEvents extends AbstractBpmnParseListener implements ExecutionListener {
    /** What an event waits for that waits for rows. */
    static final String MESSAGE = ModelProperties.NEEDS_MET;

    private final RowNeeds needs;

    NeedsEvents(@Lazy RowNeeds needs) {
        this.needs = needs;
    }

    /** Numbers of the rows that an event waits for; empty for any other event. */
    static List<String> items(ModelElementInstance event) {
        return ElementProperties.find(event, ModelProperties.NEEDS)
                .map(RoadmapItems::list)
                .orElse(List.of());
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        event.addListener(ExecutionListener.EVENTNAME_START, this);
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (!items(execution.getBpmnModelElementInstance()).isEmpty()) {
            needs.lookSoon(Long.valueOf(execution.getProcessBusinessKey()));
        }
    }
}

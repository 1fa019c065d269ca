package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.RowNeeds;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Wherever a stage takes one way and leaves out another, its programme is looked at: what waits for a row that was left out waits
 * no longer. As a stage ends, every row of it that no way has led to is recorded as not held.
 */
@Component
class StageEnds extends AbstractBpmnParseListener implements ExecutionListener {
    private final ActivityOutcomes outcomes;
    private final RowNeeds needs;
    private final PassedRows passed;
    private final SystemAuthority system;

    StageEnds(
            @Lazy ActivityOutcomes outcomes,
            @Lazy RowNeeds needs,
            @Lazy PassedRows passed,
            @Lazy SystemAuthority system) {
        this.outcomes = outcomes;
        this.needs = needs;
        this.passed = passed;
        this.system = system;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addListener(ExecutionListener.EVENTNAME_END, this);
    }

    @Override
    public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl gateway) {
        gateway.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::wayTaken);
    }

    @Override
    public void parseInclusiveGateway(Element element, ScopeImpl scope, ActivityImpl gateway) {
        gateway.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::wayTaken);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        event.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::wayTaken);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        event.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::wayTaken);
    }

    @Override
    public void notify(DelegateExecution stage) {
        if (stage.isCanceled() || !isOfAStage(stage)) {
            return;
        }
        Long programme = Long.valueOf(stage.getProcessBusinessKey());
        system.get(() -> passed.ofEnding(stage.getProcessInstanceId(), stage.getBpmnModelInstance()))
                .forEach(row -> outcomes.recordPassed(programme, row.item(), row.cause()));
        needs.lookSoon(programme);
    }

    private void wayTaken(DelegateExecution execution) {
        if (isOfAStage(execution)) {
            needs.lookSoon(Long.valueOf(execution.getProcessBusinessKey()));
        }
    }

    private static boolean isOfAStage(DelegateExecution execution) {
        DelegateExecution caller = execution.getProcessInstance().getSuperExecution();
        return caller != null
                && ElementProperties.find(caller.getBpmnModelElementInstance(), ModelProperties.STAGE)
                        .isPresent();
    }
}

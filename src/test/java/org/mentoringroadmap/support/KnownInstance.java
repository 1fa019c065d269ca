package org.mentoringroadmap.support;

import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** A process instance that may have ended: the engine's assertions ask for a running one, but go by its id. */
public record KnownInstance(HistoricProcessInstance known) implements ProcessInstance {
    @Override
    public String getId() {
        return known.getId();
    }

    @Override
    public String getProcessInstanceId() {
        return known.getId();
    }

    @Override
    public String getRootProcessInstanceId() {
        return known.getRootProcessInstanceId();
    }

    @Override
    public String getProcessDefinitionId() {
        return known.getProcessDefinitionId();
    }

    @Override
    public String getProcessDefinitionKey() {
        return known.getProcessDefinitionKey();
    }

    @Override
    public String getBusinessKey() {
        return known.getBusinessKey();
    }

    @Override
    public String getCaseInstanceId() {
        return known.getCaseInstanceId();
    }

    @Override
    public String getTenantId() {
        return known.getTenantId();
    }

    @Override
    public boolean isSuspended() {
        return HistoricProcessInstance.STATE_SUSPENDED.equals(known.getState());
    }

    @Override
    public boolean isEnded() {
        return known.getEndTime() != null;
    }
}

package org.mentoringroadmap.programme.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement.CallableElementBinding;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.mentoringroadmap.programme.Editions;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * A model says «call the newest», which a person who draws need not think about; it is the newest of the day on which the
 * programme started.
 */
@Component
class PinnedCalls extends AbstractBpmnParseListener {
    private final Editions editions;

    PinnedCalls(@Lazy Editions editions) {
        this.editions = editions;
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof CallActivityBehavior call
                && call.getCallableElement().isLatestBinding()) {
            CallableElement called = call.getCallableElement();
            called.setBinding(CallableElementBinding.VERSION);
            called.setVersionValueProvider(new PinnedVersion(called));
        }
    }

    private class PinnedVersion implements ParameterValueProvider {
        private final CallableElement called;

        PinnedVersion(CallableElement called) {
            this.called = called;
        }

        @Override
        public Object getValue(VariableScope scope) {
            String key = called.getDefinitionKey(scope);
            DeploymentCache definitions =
                    Context.getProcessEngineConfiguration().getDeploymentCache();
            return programme((ExecutionEntity) scope)
                    .flatMap(programme -> editions.process(programme, key))
                    .map(definitions::findDeployedProcessDefinitionById)
                    .orElseGet(() -> definitions.findDeployedLatestProcessDefinitionByKeyAndTenantId(key, null))
                    .getVersion();
        }

        @Override
        public boolean isDynamic() {
            return true;
        }
    }

    private static Optional<Long> programme(ExecutionEntity execution) {
        return Optional.ofNullable(execution.getProcessBusinessKey())
                .filter(key -> key.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}

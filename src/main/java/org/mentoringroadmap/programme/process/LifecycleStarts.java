package org.mentoringroadmap.programme.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Lifecycles;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/** Starts by a message, in the definition that the programme goes by where its edition names one. */
@Component
class LifecycleStarts implements Lifecycles {
    private final RuntimeService runtime;
    private final Editions editions;
    private final SystemAuthority system;

    LifecycleStarts(RuntimeService runtime, Editions editions, SystemAuthority system) {
        this.runtime = runtime;
        this.editions = editions;
        this.system = system;
    }

    @Override
    public void start(Programme programme, String process, String message, Map<String, ?> variables) {
        String key = String.valueOf(programme.id());
        MessageCorrelationBuilder start = runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(key)
                .setVariable(BlockVariables.PROGRAMME_ID.name(), key);
        variables.forEach(start::setVariable);
        editions.process(programme.id(), process).ifPresent(start::processDefinitionId);
        system.run(start::correlateStartMessage);
    }
}

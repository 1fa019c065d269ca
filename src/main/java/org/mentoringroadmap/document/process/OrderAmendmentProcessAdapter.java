package org.mentoringroadmap.document.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.mentoringroadmap.document.amendment.OrderAmendmentProcess;
import org.mentoringroadmap.programme.Lifecycles;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/** Starts the process of an amending order and looks after it; the service has checked who asks. */
@Component
class OrderAmendmentProcessAdapter implements OrderAmendmentProcess {
    private static final String PROCESS = "order-amendment";
    private static final String ASKED = "OrderAmendmentAsked";

    private final RuntimeService runtime;
    private final Lifecycles lifecycles;
    private final SystemAuthority system;

    OrderAmendmentProcessAdapter(RuntimeService runtime, Lifecycles lifecycles, SystemAuthority system) {
        this.runtime = runtime;
        this.lifecycles = lifecycles;
        this.system = system;
    }

    @Override
    public void start(Programme programme) {
        lifecycles.start(programme, PROCESS, ASKED, Map.of());
    }

    @Override
    public boolean isStarting(Long programmeId) {
        return system.get(() -> runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .list()
                .stream()
                .anyMatch(order -> !hasDocument(order)));
    }

    private boolean hasDocument(ProcessInstance order) {
        return runtime.createProcessInstanceQuery().superProcessInstanceId(order.getId()).list().stream()
                .anyMatch(block -> DocumentVariables.DOCUMENT_ID
                        .find(name -> runtime.getVariable(block.getId(), name))
                        .isPresent());
    }
}

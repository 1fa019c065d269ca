package org.mentoringroadmap.roadmap;

import java.util.Collection;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A BPMN file of a deployment that could be read; {@code name} is its bare file name. */
record BpmnFile(String name, BpmnModelInstance model) {

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** The process that the engine would start. */
    Optional<Process> executableProcess() {
        return all(Process.class).stream().filter(Process::isExecutable).findFirst();
    }
}

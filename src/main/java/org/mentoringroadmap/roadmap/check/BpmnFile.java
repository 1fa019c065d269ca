package org.mentoringroadmap.roadmap.check;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.file.ParserWords;

/** A BPMN file of a deployment that could be read; {@code name} is its bare file name. */
record BpmnFile(String name, BpmnModelInstance model) {

    /** Reads the file and checks it against the schema of BPMN; reports it when it does not pass. */
    static Optional<BpmnFile> read(String name, byte[] bytes, Findings findings) {
        try {
            return Optional.of(new BpmnFile(name, Bpmn.readModelFromStream(new ByteArrayInputStream(bytes))));
        } catch (ModelException e) {
            findings.addForFile(ModelRule.UNREADABLE_MODEL, ParserWords.of(bytes, e));
            return Optional.empty();
        }
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** The element with the id, or null. */
    ModelElementInstance element(String id) {
        return model.getModelElementById(id);
    }

    /** The process that the engine would start. */
    Optional<Process> executableProcess() {
        return all(Process.class).stream().filter(Process::isExecutable).findFirst();
    }
}

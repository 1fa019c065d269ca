package org.mentoringroadmap.roadmap.check;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.Messages;

/** A BPMN file of a deployment that could be read; {@code name} is its bare file name. */
record BpmnFile(String name, BpmnModelInstance model) {

    private static final Pattern LOCATED = Pattern.compile("\\w[\\w ]*: URI=\\w+ Line=(\\d+): (.*)", Pattern.DOTALL);

    /** Reads the file and checks it against the schema of BPMN; reports it when it does not pass. */
    static Optional<BpmnFile> read(String name, byte[] bytes, Findings findings) {
        try {
            return Optional.of(new BpmnFile(name, Bpmn.readModelFromStream(new ByteArrayInputStream(bytes))));
        } catch (ModelException e) {
            findings.addForFile(ModelRule.UNREADABLE_MODEL, reason(e));
            return Optional.empty();
        }
    }

    /** The innermost message names line and element (the parser writes in English); the outer ones only say that parsing failed. */
    static String reason(ModelException failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = String.valueOf(innermost.getMessage());
        Matcher located = LOCATED.matcher(message);
        return located.matches() ? Messages.text("problem.line", located.group(1), located.group(2)) : message;
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

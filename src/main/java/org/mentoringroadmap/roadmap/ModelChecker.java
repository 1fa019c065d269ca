package org.mentoringroadmap.roadmap;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;

/**
 * Checks models and forms against the conventions of this product ({@link ModelRule}) before they are deployed.
 *
 * <p>It is the only place where the conventions live: the model test and the pre-deployer both call it. It reads BPMN,
 * DMN and form files and ignores others. It never throws because of what a file contains, and it holds no state.
 */
public class ModelChecker {

    private final FormFileRules formRules = new FormFileRules();

    /**
     * Checks all files of a deployment together, so that a file may refer to what another one brings.
     *
     * @return all problems at once, sorted by file, element and rule; empty when the deployment may go ahead
     */
    public List<ModelProblem> check(Collection<ModelFile> deployment, ModelContext context) {
        List<ModelProblem> problems = new ArrayList<>();
        List<BpmnFile> models = new ArrayList<>();
        for (ModelFile file : deployment) {
            String name = FileNames.bare(file.name());
            Findings findings = new Findings(name, problems);
            if (FileNames.isBpmn(name)) {
                readBpmn(name, file.bytes(), models, findings);
            } else if (FileNames.isDmn(name)) {
                readDmn(file.bytes(), findings);
            } else if (FileNames.isForm(name)) {
                formRules.check(name, file.bytes(), findings);
            }
        }
        ModelContext known = new DeploymentContext(deployment, models, context);
        for (BpmnFile model : models) {
            Findings findings = new Findings(model.name(), problems);
            BpmnRules.ALL.forEach(rules -> rules.check(model, known, findings));
        }
        new DeploymentRules().check(deployment, models, problems);
        return problems.stream().distinct().sorted().toList();
    }

    private static void readBpmn(String name, byte[] bytes, List<BpmnFile> models, Findings findings) {
        try {
            models.add(new BpmnFile(name, Bpmn.readModelFromStream(new ByteArrayInputStream(bytes))));
        } catch (ModelException e) {
            findings.addForFile(ModelRule.UNREADABLE_MODEL, reason(e));
        }
    }

    private static void readDmn(byte[] bytes, Findings findings) {
        try {
            Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelException e) {
            findings.addForFile(ModelRule.UNREADABLE_MODEL, reason(e));
        }
    }

    /** The innermost message names line and element; the outer ones only say that parsing failed. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage());
    }
}

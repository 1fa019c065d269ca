package org.mentoringroadmap.roadmap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;

/** Rules about the files of one deployment together: ids and items that must be unique over all of them. */
final class DeploymentRules {

    void check(Collection<ModelFile> deployment, Collection<BpmnFile> models, List<ModelProblem> problems) {
        checkFileNames(deployment, problems);
        checkProcessIds(models, problems);
        checkItems(models, problems);
    }

    /** The engine keeps bare names: two files of one name in different folders overwrite each other. */
    private static void checkFileNames(Collection<ModelFile> deployment, List<ModelProblem> problems) {
        Map<String, String> owners = new HashMap<>();
        for (ModelFile file : deployment) {
            String name = FileNames.bare(file.name());
            if (owners.putIfAbsent(name, file.name()) != null) {
                new Findings(name, problems).addForFile(ModelRule.DUPLICATE_ID, name, owners.get(name));
            }
        }
    }

    private static void checkProcessIds(Collection<BpmnFile> models, List<ModelProblem> problems) {
        Map<String, String> owners = new HashMap<>();
        for (BpmnFile model : models) {
            for (Process process : model.all(Process.class)) {
                String owner = owners.putIfAbsent(process.getId(), model.name());
                if (owner != null && !owner.equals(model.name())) {
                    new Findings(model.name(), problems).add(process, ModelRule.DUPLICATE_ID, process.getId(), owner);
                }
            }
        }
    }

    private static void checkItems(Collection<BpmnFile> models, List<ModelProblem> problems) {
        Map<String, String> owners = new HashMap<>();
        for (BpmnFile model : models) {
            for (FlowNode node : model.all(FlowNode.class)) {
                String item = ModelProperties.of(node).get(ModelProperties.ITEM);
                String owner = item == null ? null : owners.putIfAbsent(item, model.name() + ", " + node.getId());
                if (owner != null) {
                    new Findings(model.name(), problems).add(node, ModelRule.ROADMAP_ITEM_TAKEN, item, owner);
                }
            }
        }
    }
}

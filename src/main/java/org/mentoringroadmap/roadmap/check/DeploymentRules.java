package org.mentoringroadmap.roadmap.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.mentoringroadmap.roadmap.ModelProperties;

/** Rules about the files of one deployment together: what must be unique over all of them. */
final class DeploymentRules {

    void check(Collection<ModelFile> deployment, Collection<BpmnFile> models, List<ModelProblem> problems) {
        checkFileNames(deployment, problems);
        checkItems(models, problems);
    }

    /** The engine keeps bare names: two files of one name in different folders overwrite each other. */
    private static void checkFileNames(Collection<ModelFile> deployment, List<ModelProblem> problems) {
        Map<String, String> owners = new HashMap<>();
        for (ModelFile file : deployment) {
            String name = FileNames.bare(file.name());
            if (owners.putIfAbsent(name, file.name()) != null) {
                new Findings(name, problems).addForFile(ModelRule.DUPLICATE_FILE, owners.get(name));
            }
        }
    }

    /** Each of the elements that share an item is reported: which of them is wrong, only the administrator knows. */
    private static void checkItems(Collection<BpmnFile> models, List<ModelProblem> problems) {
        Map<String, List<Place>> places =
                models.stream().flatMap(DeploymentRules::items).collect(Collectors.groupingBy(Place::item));
        places.values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> same.forEach(place -> same.stream()
                        .filter(other -> !other.equals(place))
                        .forEach(other -> new Findings(place.file(), problems)
                                .add(place.node(), ModelRule.ROADMAP_ITEM_TAKEN, place.item(), other.text()))));
    }

    private static Stream<Place> items(BpmnFile model) {
        return model.all(FlowNode.class).stream()
                .filter(node -> ModelProperties.of(node).containsKey(ModelProperties.ITEM))
                .map(node -> new Place(ModelProperties.of(node).get(ModelProperties.ITEM), model.name(), node));
    }

    /** Where an item stands. */
    private record Place(String item, String file, FlowNode node) {

        String text() {
            return file + ", " + node.getId();
        }
    }
}

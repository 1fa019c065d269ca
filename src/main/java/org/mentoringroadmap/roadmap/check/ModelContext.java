package org.mentoringroadmap.roadmap.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.mentoringroadmap.roadmap.ModelReferences;
import org.mentoringroadmap.roadmap.block.AskedTable;
import org.mentoringroadmap.roadmap.block.BlockParameter;

/**
 * What exists already where a deployment is about to go. What the deployment itself brings need not be known here.
 */
public interface ModelContext {

    /** Whether a bean of this name may be called from a model. */
    boolean beanExists(String name);

    /** Whether the application has something of its own under this name, so that it is no variable of a model. */
    boolean isTaken(String name);

    /** Whether a Camunda Form with this id is deployed. */
    boolean formExists(String key);

    /** Content of the newest deployed Camunda Form with this id; empty where it cannot be had. */
    default Optional<byte[]> form(String key) {
        return Optional.empty();
    }

    /** Whether the form comes with the deployment that is looked at. */
    default boolean bringsForm(String key) {
        return false;
    }

    /** Names of the fields that tasks of deployed models take from this form; empty where none has it. */
    default Optional<Set<String>> fieldsTaken(String form) {
        return Optional.empty();
    }

    /** Whether a process with this id is deployed. */
    boolean processExists(String key);

    /** The newest deployed models by the id of their process; empty where they cannot be had. */
    default Map<String, BpmnModelInstance> models() {
        return Map.of();
    }

    /** The elements of the newest models that call this process. */
    default List<CallActivity> callers(String process) {
        return models().values().stream()
                .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream())
                .filter(call -> process.equals(call.getCalledElement()))
                .toList();
    }

    /** One of them; empty where it cannot be had. */
    default Optional<BpmnModelInstance> process(String key) {
        return Optional.ofNullable(models().get(key));
    }

    /** Those of them that call stages. */
    default Collection<BpmnModelInstance> roadmaps() {
        return models().values().stream().filter(ModelReferences::isRoadmap).toList();
    }

    /** Values that a block knows how to carry out for one of its inputs; empty where it takes any text. */
    Optional<Set<String>> choices(String block, String input);

    /** What the properties of elements that call this block may say; what is not listed may say anything. */
    default List<BlockParameter> parameters(String block) {
        return List.of();
    }

    /** The decision tables that the application asks. */
    default List<AskedTable> tables() {
        return List.of();
    }

    /** Ids of elements that a process with this key cannot do without. */
    default Set<String> reliedOn(String process) {
        return Set.of();
    }

    /** Whether there is a role (an engine group) with this id. */
    boolean roleExists(String id);

    /** Whether it is a role that runs the installation, and does nothing in a year. */
    boolean runsTheInstallation(String role);

    /** Whether the application serves a page under this absolute path, given without a query. */
    boolean pageExists(String path);
}

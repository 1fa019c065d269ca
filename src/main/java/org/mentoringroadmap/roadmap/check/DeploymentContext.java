package org.mentoringroadmap.roadmap.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.mentoringroadmap.roadmap.FormShape;
import org.mentoringroadmap.roadmap.TakenFields;
import org.mentoringroadmap.roadmap.block.AskedTable;
import org.mentoringroadmap.roadmap.block.BlockParameter;
import org.mentoringroadmap.roadmap.language.NeededFields;

/**
 * What exists already together with what the deployment brings. A file that is broken itself still counts by its name,
 * so that one mistake is not reported at every place that refers to it.
 */
final class DeploymentContext implements ModelContext {

    private final ModelContext existing;
    private final Map<String, byte[]> forms = new HashMap<>();
    private final Set<String> processes = new HashSet<>();
    private final Collection<BpmnFile> models;
    private final Map<String, BpmnModelInstance> newest;

    private final Map<String, BpmnModelInstance> before;

    private Map<String, List<CallActivity>> callers;

    /**
     * @param models all that could be read
     * @param sound those of them whose references hold
     */
    DeploymentContext(
            Collection<ModelFile> deployment,
            Collection<BpmnFile> models,
            Collection<BpmnFile> sound,
            ModelContext existing) {
        this.existing = existing;
        this.models = models;
        for (ModelFile file : deployment) {
            if (FileNames.isForm(file.name())) {
                forms.put(FileNames.stem(file.name()), file.bytes());
            } else if (FileNames.isBpmn(file.name())) {
                processes.add(FileNames.stem(file.name()));
            }
        }
        models.forEach(model -> model.all(Process.class).forEach(process -> processes.add(process.getId())));
        before = existing.models();
        newest = new HashMap<>(before);
        sound.forEach(
                model -> model.executableProcess().ifPresent(process -> newest.put(process.getId(), model.model())));
    }

    /** What is in force without the deployment. */
    Map<String, BpmnModelInstance> before() {
        return before;
    }

    @Override
    public boolean beanExists(String name) {
        return existing.beanExists(name);
    }

    @Override
    public boolean isTaken(String name) {
        return existing.isTaken(name);
    }

    @Override
    public boolean formExists(String key) {
        return forms.containsKey(key) || existing.formExists(key);
    }

    @Override
    public Optional<byte[]> form(String key) {
        return forms.containsKey(key) ? Optional.of(forms.get(key)) : existing.form(key);
    }

    @Override
    public Optional<Set<String>> fieldsTaken(String form) {
        return Stream.concat(
                        models.stream().flatMap(file -> TakenFields.of(file.model(), form).stream()),
                        existing.fieldsTaken(form).stream())
                .reduce(TakenFields::both);
    }

    /**
     * What people must give in a form: what its tasks cannot do without, and what they had to give in the form that is in
     * force, where tasks still take it.
     *
     * @param outcomes which outcomes the form lets choose
     */
    Set<String> fieldsNeeded(String form, Set<String> outcomes) {
        Set<String> needed = new HashSet<>();
        existing.form(form).map(FormShape::of).ifPresent(before -> needed.addAll(before.required()));
        needed.retainAll(newest.values().stream()
                .flatMap(model -> TakenFields.of(model, form).stream())
                .reduce(TakenFields::both)
                .orElse(Set.of()));
        needed.addAll(NeededFields.byListeners(newest.values().stream(), form, outcomes));
        needed.addAll(NeededFields.declared(newest.values().stream(), form));
        // what a task that comes along names is told at the task
        needed.removeAll(NeededFields.declared(models.stream().map(BpmnFile::model), form));
        return needed;
    }

    @Override
    public boolean bringsForm(String key) {
        return forms.containsKey(key);
    }

    @Override
    public boolean processExists(String key) {
        return processes.contains(key) || existing.processExists(key);
    }

    @Override
    public Map<String, BpmnModelInstance> models() {
        return newest;
    }

    /** Looked through once: each file asks who calls it. */
    @Override
    public List<CallActivity> callers(String process) {
        if (callers == null) {
            callers = newest.values().stream()
                    .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream())
                    .filter(call -> call.getCalledElement() != null)
                    .collect(Collectors.groupingBy(CallActivity::getCalledElement));
        }
        return callers.getOrDefault(process, List.of());
    }

    @Override
    public Optional<Set<String>> choices(String block, String input) {
        return existing.choices(block, input);
    }

    @Override
    public List<BlockParameter> parameters(String block) {
        return existing.parameters(block);
    }

    @Override
    public List<AskedTable> tables() {
        return existing.tables();
    }

    @Override
    public Set<String> reliedOn(String process) {
        return existing.reliedOn(process);
    }

    @Override
    public boolean roleExists(String id) {
        return existing.roleExists(id);
    }

    @Override
    public boolean runsTheInstallation(String role) {
        return existing.runsTheInstallation(role);
    }

    @Override
    public boolean pageExists(String path) {
        return existing.pageExists(path);
    }
}

package org.mentoringroadmap.roadmap.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.StepFields;

/** Rules about the figures and texts that a task takes from its form ({@link StepFields}). */
final class StepFieldRules implements BpmnRules {

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        for (UserTask task : file.all(UserTask.class)) {
            Map<String, String> properties = ModelProperties.of(task);
            try {
                StepFields fields = StepFields.parse(name -> Optional.ofNullable(properties.get(name)));
                known.form(String.valueOf(ModelProperties.attribute(task, "formRef")))
                        .map(FormFileRules::keys)
                        .ifPresent(keys -> checkForm(task, fields, keys, findings));
            } catch (IllegalArgumentException e) {
                findings.addCase(task, ModelRule.STEP_FIELDS, "unreadable", String.valueOf(e.getMessage()));
            }
        }
    }

    private static void checkForm(UserTask task, StepFields fields, Set<String> keys, Findings findings) {
        fields.names().stream()
                .filter(name -> !keys.contains(name))
                .forEach(name -> findings.addCase(
                        task, ModelRule.STEP_FIELDS, "form", name, ModelProperties.attribute(task, "formRef")));
    }
}

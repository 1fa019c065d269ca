package org.mentoringroadmap.roadmap.check;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.roadmap.ModelProperties;

/** Rules about the forms that tasks and start events name. Only a task must have one. */
final class FormReferenceRules implements BpmnRules {

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        for (UserTask task : file.all(UserTask.class)) {
            if (!UserTaskRules.isBare(task)
                    && !ModelProperties.isPresent(ModelProperties.attribute(task, "formRef"))
                    && !ModelProperties.isPresent(ModelProperties.attribute(task, "formKey"))) {
                findings.add(task, ModelRule.FORM_MISSING);
            }
            checkForm(
                    task,
                    ModelProperties.attribute(task, "formRef"),
                    ModelProperties.attribute(task, "formRefBinding"),
                    known,
                    findings);
            checkPage(task, ModelProperties.attribute(task, "formKey"), known, findings);
        }
        for (StartEvent start : file.all(StartEvent.class)) {
            checkForm(
                    start,
                    ModelProperties.attribute(start, "formRef"),
                    ModelProperties.attribute(start, "formRefBinding"),
                    known,
                    findings);
            checkPage(start, ModelProperties.attribute(start, "formKey"), known, findings);
        }
    }

    private static void checkForm(
            BaseElement element, String form, String binding, ModelContext known, Findings findings) {
        if (!ModelProperties.isPresent(form)) {
            return;
        }
        if (!"latest".equals(binding)) {
            findings.add(element, ModelRule.FORM_BINDING);
        }
        if (!known.formExists(form)) {
            findings.add(element, ModelRule.UNKNOWN_FORM, form);
        }
    }

    private static void checkPage(BaseElement element, String key, ModelContext known, Findings findings) {
        if (!ModelProperties.isPresent(key)) {
            return;
        }
        if (!key.startsWith("/") || key.startsWith("//")) {
            findings.add(element, ModelRule.FORM_KEY, key);
        } else if (!known.pageExists(key.replaceFirst("[?#].*", ""))) {
            findings.add(element, ModelRule.UNKNOWN_PAGE, key);
        }
    }
}

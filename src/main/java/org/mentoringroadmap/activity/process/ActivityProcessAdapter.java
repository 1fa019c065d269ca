package org.mentoringroadmap.activity.process;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.activity.ActivityProcess;
import org.mentoringroadmap.task.OpenTask;
import org.springframework.stereotype.Component;

/** Reads from the engine's models which item a task belongs to. */
@Component
class ActivityProcessAdapter implements ActivityProcess {
    private final TaskService tasks;
    private final RepositoryService repository;

    ActivityProcessAdapter(TaskService tasks, RepositoryService repository) {
        this.tasks = tasks;
        this.repository = repository;
    }

    @Override
    public Optional<String> itemOf(OpenTask task) {
        return Optional.ofNullable(task.roadmapItem()).or(() -> itemOfElement(task));
    }

    private Optional<String> itemOfElement(OpenTask task) {
        Task found = tasks.createTaskQuery().taskId(task.id()).singleResult();
        if (found == null) {
            return Optional.empty();
        }
        ModelElementInstance element = repository
                .getBpmnModelInstance(found.getProcessDefinitionId())
                .getModelElementById(task.definitionKey());
        return ElementProperties.find(element, ElementProperties.ITEM);
    }
}

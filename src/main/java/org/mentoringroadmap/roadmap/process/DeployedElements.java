package org.mentoringroadmap.roadmap.process;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.NewestModels;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds elements in the engine's newest definitions. */
@Component
class DeployedElements implements NewestModels {
    private final RepositoryService repository;
    private final SystemAuthority system;

    DeployedElements(@Lazy RepositoryService repository, SystemAuthority system) {
        this.repository = repository;
        this.system = system;
    }

    @Override
    public Optional<FlowElement> newest(FlowElement element) {
        return system.get(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processOf(element))
                .withoutTenantId()
                .latestVersion()
                .list()
                .stream()
                .findFirst()
                .map(definition -> repository.getBpmnModelInstance(definition.getId()))
                .flatMap(model -> Optional.ofNullable(model.<FlowElement>getModelElementById(element.getId()))));
    }

    private static String processOf(FlowElement element) {
        ModelElementInstance scope = element.getParentElement();
        while (!(scope instanceof Process)) {
            scope = scope.getParentElement();
        }
        return ((Process) scope).getId();
    }
}

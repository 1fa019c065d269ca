package org.mentoringroadmap.support;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.EventType;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.springframework.boot.test.context.TestComponent;

/**
 * Remembers which nodes have been finished and which flows have been taken. The listeners are those of
 * process-test-coverage; its JUnit extension builds an engine of its own and so cannot watch Spring's.
 */
@TestComponent
public class ModelCoverage extends AbstractProcessEnginePlugin {
    private final Map<String, Set<String>> passed = new ConcurrentHashMap<>();
    private RepositoryService repository;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        repository = engine.getRepositoryService();
        new ProcessEngineAdapter(engine, this::add).initializeListeners();
    }

    private void add(Event event) {
        if (event.getType() != EventType.START) {
            passed.computeIfAbsent(event.getModelKey(), key -> new ConcurrentSkipListSet<>())
                    .add(event.getDefinitionKey());
        }
    }

    /** Forgets what was passed. */
    void reset() {
        passed.clear();
    }

    /** Ids of the nodes and flows of the newest deployed model that nothing has passed since the last reset. */
    Set<String> missing(String processId) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult();
        BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
        Set<String> missing = new TreeSet<>();
        addIds(missing, model.getModelElementsByType(FlowNode.class));
        addIds(missing, model.getModelElementsByType(SequenceFlow.class));
        missing.removeAll(passed.getOrDefault(processId, Set.of()));
        return missing;
    }

    private static void addIds(Set<String> ids, Collection<? extends BaseElement> elements) {
        elements.forEach(element -> ids.add(element.getId()));
    }
}

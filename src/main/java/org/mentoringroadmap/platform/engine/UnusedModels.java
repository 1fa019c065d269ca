package org.mentoringroadmap.platform.engine;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.mentoringroadmap.shared.ConflictException;

/** Whether the acting person may take models away; the application itself may. */
final class UnusedModels implements Command<Void> {
    private final String deploymentId;
    private final Predicate<Collection<String>> used;

    private UnusedModels(String deploymentId, Predicate<Collection<String>> used) {
        this.deploymentId = deploymentId;
        this.used = used;
    }

    /** A whole deployment; it may go when nothing goes by a definition of it. */
    static UnusedModels ofDeployment(String deploymentId, Predicate<Collection<String>> used) {
        return new UnusedModels(deploymentId, used);
    }

    /** A definition without the rest of its deployment; that is left to the application. */
    static UnusedModels single() {
        return new UnusedModels(null, ids -> true);
    }

    /** @throws ConflictException {@code models.in-use} */
    @Override
    public Void execute(CommandContext context) {
        if (TaskFields.isPerson(context.getAuthentication()) && used.test(definitions(context))) {
            throw new ConflictException("models.in-use");
        }
        return null;
    }

    private List<String> definitions(CommandContext context) {
        return deploymentId == null
                ? List.of()
                : Stream.concat(
                                context
                                        .getProcessDefinitionManager()
                                        .findProcessDefinitionsByDeploymentId(deploymentId)
                                        .stream()
                                        .map(ProcessDefinition::getId),
                                context
                                        .getDecisionDefinitionManager()
                                        .findDecisionDefinitionByDeploymentId(deploymentId)
                                        .stream()
                                        .map(DecisionDefinition::getId))
                        .toList();
    }
}

package org.mentoringroadmap.platform.engine;

import java.util.Collection;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.repository.DeleteProcessDefinitionsSelectBuilder;

/**
 * The engine's repository service, in which a person takes no model away that a programme goes by, whether it runs or has
 * ended: its pages and papers are read from it.
 */
final class GuardedRepositoryService extends RepositoryServiceImpl {
    private final Predicate<Collection<String>> used;

    /** @param used whether a programme goes by one of these definitions */
    GuardedRepositoryService(Predicate<Collection<String>> used) {
        this.used = used;
    }

    @Override
    public void deleteDeployment(String deploymentId) {
        deleteDeployment(deploymentId, false);
    }

    @Override
    public void deleteDeploymentCascade(String deploymentId) {
        deleteDeployment(deploymentId, true);
    }

    @Override
    public void deleteDeployment(String deploymentId, boolean cascade) {
        deleteDeployment(deploymentId, cascade, false);
    }

    @Override
    public void deleteDeployment(String deploymentId, boolean cascade, boolean skipCustomListeners) {
        deleteDeployment(deploymentId, cascade, skipCustomListeners, false);
    }

    @Override
    public void deleteDeployment(
            String deploymentId, boolean cascade, boolean skipCustomListeners, boolean skipIoMappings) {
        getCommandExecutor().execute(UnusedModels.ofDeployment(deploymentId, used));
        super.deleteDeployment(deploymentId, cascade, skipCustomListeners, skipIoMappings);
    }

    @Override
    public DeleteProcessDefinitionsSelectBuilder deleteProcessDefinitions() {
        getCommandExecutor().execute(UnusedModels.single());
        return super.deleteProcessDefinitions();
    }
}

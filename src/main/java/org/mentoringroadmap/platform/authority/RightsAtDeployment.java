package org.mentoringroadmap.platform.authority;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.mentoringroadmap.platform.deploy.RecordedDeployments;
import org.mentoringroadmap.roadmap.ModelReferences;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** A roadmap that somebody deploys can be started by curators, and by roles that stand on theirs, at once. */
@Component
@Qualifier(RecordedDeployments.AFTER_DEPLOYMENT)
class RightsAtDeployment implements Deployer {
    private final ObjectProvider<RoleRights> rights;
    private final ObjectProvider<EngineRoleGroups> groups;
    private final ObjectProvider<SystemAuthority> system;

    RightsAtDeployment(
            ObjectProvider<RoleRights> rights,
            ObjectProvider<EngineRoleGroups> groups,
            ObjectProvider<SystemAuthority> system) {
        this.rights = rights;
        this.groups = groups;
        this.system = system;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew() || deployment.getDeployedArtifacts(ProcessDefinitionEntity.class) == null) {
            return;
        }
        deployment.getDeployedArtifacts(ProcessDefinitionEntity.class).stream()
                .filter(ProcessDefinitionEntity::isStartableInTasklist)
                .filter(definition -> isRoadmap(deployment, definition))
                .forEach(definition -> system.getObject().run(() -> {
                    rights.getObject().letStart(definition.getKey());
                    groups.getObject().bringIntoLine();
                }));
    }

    private static boolean isRoadmap(DeploymentEntity deployment, ProcessDefinitionEntity definition) {
        byte[] model = deployment.getResource(definition.getResourceName()).getBytes();
        return ModelReferences.isRoadmap(Bpmn.readModelFromStream(new ByteArrayInputStream(model)));
    }
}

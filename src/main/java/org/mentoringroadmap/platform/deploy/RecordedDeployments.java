package org.mentoringroadmap.platform.deploy;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Records every deployment that is accepted, whoever makes it and by whatever way, in its transaction. */
@Component
@Qualifier(RecordedDeployments.AFTER_DEPLOYMENT)
public class RecordedDeployments implements Deployer {
    /** Marks what the engine calls when it has accepted a deployment. */
    public static final String AFTER_DEPLOYMENT = "afterDeployment";

    private static final String PLAIN_NAME = "[A-Za-z0-9._-]+";
    private static final int MAX_NAMES = 200;

    private final AuditTrail trail;

    RecordedDeployments(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            String names = deployment.getResources().keySet().stream()
                    .filter(name -> name.matches(PLAIN_NAME))
                    .sorted()
                    .collect(Collectors.joining(","));
            trail.record(AuditEvent.of(AuditAct.MODELS_DEPLOYED, deployment.getId())
                    .count(deployment.getResources().size())
                    .fact("files", names.length() > MAX_NAMES ? null : names));
        }
    }
}

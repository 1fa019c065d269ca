package org.mentoringroadmap.platform.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.mentoringroadmap.roadmap.FormShape;

/**
 * The form of an open task: the edition that was in force when the task was created, or a newer one that asks for the same
 * and takes the same, so that corrected words arrive and no deployment breaks a task. The engine itself would show the
 * newest, whatever it asks for.
 */
final class FormOfTask extends GetDeployedTaskFormCmd {

    FormOfTask(String taskId) {
        super(taskId);
    }

    @Override
    protected InputStream getResourceForCamundaFormRef(CamundaFormRef form, String deploymentId) {
        TaskEntity task = commandContext.getTaskManager().findTaskById(taskId);
        CamundaFormDefinitionEntity newest =
                commandContext.getCamundaFormDefinitionManager().findLatestDefinitionByKey(form.getKey());
        Optional<byte[]> edition = newest == null ? Optional.empty() : edition(newest, task.getCreateTime());
        return edition.<InputStream>map(ByteArrayInputStream::new)
                .orElseGet(() -> super.getResourceForCamundaFormRef(form, deploymentId));
    }

    /** The newest edition that may stand for the one of that time. */
    private Optional<byte[]> edition(CamundaFormDefinitionEntity newest, Date created) {
        return own(editions(newest).toList(), created).map(this::content).map(own -> {
            FormShape shape = FormShape.of(own);
            return editions(newest)
                    .map(this::content)
                    .filter(content -> FormShape.of(content).replaces(shape))
                    .findFirst()
                    .orElse(own);
        });
    }

    /** Where a clock was wrong, or a deployment was deleted, the oldest one comes nearest. */
    private Optional<CamundaFormDefinitionEntity> own(List<CamundaFormDefinitionEntity> editions, Date created) {
        return editions.stream()
                .filter(edition -> !deployed(edition).after(created))
                .findFirst()
                .or(() -> editions.stream().reduce((newer, older) -> older));
    }

    /** The newest first; those whose deployment was deleted are gone. */
    private Stream<CamundaFormDefinitionEntity> editions(CamundaFormDefinitionEntity newest) {
        return IntStream.iterate(newest.getVersion(), version -> version > 0, version -> version - 1)
                .mapToObj(version -> commandContext
                        .getCamundaFormDefinitionManager()
                        .findDefinitionByKeyVersionAndTenantId(newest.getKey(), version, newest.getTenantId()))
                .filter(Objects::nonNull);
    }

    private Date deployed(CamundaFormDefinitionEntity edition) {
        DeploymentEntity deployment =
                commandContext.getDeploymentManager().findDeploymentById(edition.getDeploymentId());
        return new Date(deployment.getDeploymentTime().getTime());
    }

    private byte[] content(CamundaFormDefinitionEntity edition) {
        return commandContext
                .getResourceManager()
                .findResourceByDeploymentIdAndResourceName(edition.getDeploymentId(), edition.getResourceName())
                .getBytes();
    }
}

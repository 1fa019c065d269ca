package org.mentoringroadmap.platform.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.form.entity.CamundaFormDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
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
        List<CamundaFormDefinitionEntity> editions = editions(form.getKey());
        Date created = commandContext.getTaskManager().findTaskById(taskId).getCreateTime();
        return own(editions, created)
                .map(this::content)
                .<InputStream>map(own -> new ByteArrayInputStream(replacement(editions, own)))
                .orElseGet(() -> super.getResourceForCamundaFormRef(form, deploymentId));
    }

    /** The newest edition that may stand for this one. */
    private byte[] replacement(List<CamundaFormDefinitionEntity> editions, byte[] own) {
        FormShape shape = FormShape.of(own);
        return editions.stream()
                .map(this::content)
                .filter(content -> FormShape.of(content).replaces(shape))
                .findFirst()
                .orElse(own);
    }

    /** Where a clock was wrong, or a deployment was deleted, the oldest one comes nearest. */
    private Optional<CamundaFormDefinitionEntity> own(List<CamundaFormDefinitionEntity> editions, Date created) {
        return editions.stream()
                .filter(edition -> !deployed(edition).after(created))
                .findFirst()
                .or(() -> editions.stream().reduce((newer, older) -> older));
    }

    /** The newest first; those whose deployment was deleted are gone. Forms belong to no school. */
    private List<CamundaFormDefinitionEntity> editions(String key) {
        CamundaFormDefinitionManager forms = commandContext.getCamundaFormDefinitionManager();
        CamundaFormDefinitionEntity newest = forms.findLatestDefinitionByKey(key);
        return newest == null
                ? List.of()
                : IntStream.iterate(newest.getVersion(), version -> version > 0, version -> version - 1)
                        .mapToObj(version -> forms.findDefinitionByKeyVersionAndTenantId(key, version, null))
                        .filter(Objects::nonNull)
                        .toList();
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

package org.mentoringroadmap.platform.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
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

    /** The newest first; those whose deployment was deleted are gone. The engine has no query for some of them. */
    @SuppressWarnings("unchecked")
    private List<CamundaFormDefinitionEntity> editions(String key) {
        List<CamundaFormDefinitionEntity> all =
                commandContext.getDbEntityManager().selectList("selectAllCamundaFormDefinitions");
        return all.stream()
                .filter(edition -> edition.getKey().equals(key) && edition.getTenantId() == null)
                .sorted(Comparator.comparingInt(CamundaFormDefinitionEntity::getVersion)
                        .reversed())
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

package org.mentoringroadmap.questionnaire.process;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.mentoringroadmap.questionnaire.QuestionnaireFiles;
import org.springframework.stereotype.Component;

/** Reads forms from the engine, which has no public query for those that no task shows. */
@Component
class DeployedQuestionnaires implements QuestionnaireFiles {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final ProcessEngineConfigurationImpl engine;

    DeployedQuestionnaires(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public Optional<String> newest(String key) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> newest(command, key)));
    }

    private static Optional<String> newest(CommandContext command, String key) {
        return Optional.ofNullable(command.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key))
                .map(form -> command.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(form.getDeploymentId(), form.getResourceName()))
                .map(ResourceEntity::getBytes)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(text -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }
}

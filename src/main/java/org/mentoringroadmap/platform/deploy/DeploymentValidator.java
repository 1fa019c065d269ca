package org.mentoringroadmap.platform.deploy;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.mentoringroadmap.roadmap.check.ModelChecker;
import org.mentoringroadmap.roadmap.check.ModelFile;
import org.mentoringroadmap.roadmap.check.ModelProblem;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Refuses a new deployment that breaks a convention, with all problems at once, so that the version that runs stays.
 * What is deployed already is never checked again: running instances need it as it is.
 */
@Component
public class DeploymentValidator implements Deployer {
    private final ModelChecker checker = new ModelChecker();
    private final DeployedContext context;
    private final MessageSource messages;

    DeploymentValidator(DeployedContext context, @Lazy MessageSource messages) {
        this.context = context;
        this.messages = messages;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<ModelFile> files = deployment.getResources().values().stream()
                .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
                .toList();
        // what is shipped the engine is known to read, and reading it twice would make the first start slower
        List<ModelProblem> problems = ShippedModels.SOURCE.equals(deployment.getSource())
                ? checker.check(files, context)
                : EngineReading.check(files, context);
        if (!problems.isEmpty()) {
            throw new NotValidException(messages.getMessage("deployment.refused", null, LocaleContextHolder.getLocale())
                    + problems.stream().map(problem -> "\n• " + problem.text()).collect(Collectors.joining()));
        }
    }
}

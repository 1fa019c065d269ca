package org.mentoringroadmap.platform.deploy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.check.ModelChecker;
import org.mentoringroadmap.roadmap.check.ModelFile;
import org.mentoringroadmap.roadmap.check.ModelProblem;
import org.mentoringroadmap.roadmap.check.ModelRule;

/**
 * Checks files by our rules, and then reads models as the engine will: what the rules have let pass and the engine does not
 * take is said in Russian too, and before anything is deployed. Nothing that is read is kept.
 */
final class EngineReading {
    private static final ModelChecker CHECKER = new ModelChecker();

    private EngineReading() {}

    /** All problems at once; asked inside a command of the engine only. */
    static List<ModelProblem> check(Collection<ModelFile> files, DeployedContext context) {
        List<ModelProblem> problems = new ArrayList<>(CHECKER.check(files, context));
        if (problems.isEmpty()) {
            files.stream().filter(file -> isModel(file.name())).forEach(file -> problems.addAll(read(file)));
        }
        return problems;
    }

    private static boolean isModel(String name) {
        return List.of(BpmnDeployer.BPMN_RESOURCE_SUFFIXES).stream().anyMatch(name::endsWith);
    }

    private static List<ModelProblem> read(ModelFile file) {
        BpmnParse parse = Context.getProcessEngineConfiguration().getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow()
                .getBpmnParser()
                .createParse()
                .sourceInputStream(new ByteArrayInputStream(file.bytes()))
                .deployment(new DeploymentEntity())
                .name(file.name());
        try {
            parse.execute();
            return List.of();
        } catch (ParseException refused) {
            return refused.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(problem -> problem(file, problem))
                    .distinct()
                    .toList();
        } catch (ProcessEngineException refused) {
            return List.of(new ModelProblem(
                    file.name(), null, null, ModelRule.UNREADABLE_MODEL, Messages.text("parser.engine")));
        }
    }

    private static ModelProblem problem(ModelFile file, Problem problem) {
        String advice = problem.getLine() > 0
                ? Messages.text("problem.line", String.valueOf(problem.getLine()), Messages.text("parser.engine"))
                : Messages.text("parser.engine");
        return new ModelProblem(file.name(), problem.getMainElementId(), null, ModelRule.UNREADABLE_MODEL, advice);
    }
}

package org.mentoringroadmap.roadmap.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.file.XmlElement;

/**
 * Checks models and forms against the conventions of this product ({@link ModelRule}) before they are deployed.
 *
 * <p>It is the only place where the conventions live: the model test and the pre-deployer both call it. It reads BPMN,
 * DMN and form files and ignores others. It never throws because of what a file contains, and it holds no state.
 */
public class ModelChecker {

    private final CodeRules codeRules = new CodeRules();
    private final ReferenceRules referenceRules = new ReferenceRules();
    private final FormFileRules formRules = new FormFileRules();
    private final DmnFileRules dmnRules = new DmnFileRules();
    private final RoadmapRules roadmapRules = new RoadmapRules();
    private final WholeRoadmapRules wholeRoadmapRules = new WholeRoadmapRules();

    /**
     * Checks all files of a deployment together, so that a file may refer to what another one brings.
     *
     * @return all problems at once, sorted by file, element and rule; empty when the deployment may go ahead
     */
    public List<ModelProblem> check(Collection<ModelFile> deployment, ModelContext context) {
        List<ModelProblem> problems = new ArrayList<>();
        List<BpmnFile> models = new ArrayList<>();
        for (ModelFile file : deployment) {
            String name = FileNames.bare(file.name());
            Findings findings = new Findings(name, problems);
            if ((FileNames.isBpmn(name) || FileNames.isDmn(name)) && XmlElement.isTooLarge(file.bytes())) {
                findings.addForFile(ModelRule.UNREADABLE_MODEL, Messages.text("problem.too-large"));
            } else if (FileNames.isBpmn(name)) {
                BpmnFile.read(name, file.bytes(), findings).ifPresent(model -> {
                    models.add(model);
                    codeRules.check(file.bytes(), context, findings);
                });
            } else if (FileNames.isDmn(name)) {
                dmnRules.check(name, file.bytes(), context, findings);
            } else if (FileNames.isForm(name)) {
                formRules.check(name, file.bytes(), findings);
            } else { // the engine would keep it, and hand it out to a browser
                findings.addForFile(ModelRule.FILE_KIND);
            }
        }
        List<BpmnFile> sound = models.stream()
                .filter(model -> referenceRules.check(model, new Findings(model.name(), problems)))
                .toList();
        DeploymentContext known = new DeploymentContext(deployment, models, sound, context);
        sound.forEach(model ->
                BpmnRules.ALL.forEach(rules -> rules.check(model, known, new Findings(model.name(), problems))));
        deployment.stream()
                .filter(file -> FileNames.isForm(file.name()))
                .forEach(file -> formRules.checkTaken(
                        FileNames.bare(file.name()),
                        file.bytes(),
                        known,
                        new Findings(FileNames.bare(file.name()), problems)));
        checkFileNames(deployment, problems);
        roadmapRules.check(sound, known.before(), known, problems);
        wholeRoadmapRules.check(sound, known.before(), known, problems);
        return problems.stream().distinct().sorted().toList();
    }

    /** The engine keeps bare names: two files of one name in different folders overwrite each other. */
    private static void checkFileNames(Collection<ModelFile> deployment, List<ModelProblem> problems) {
        Map<String, String> owners = new HashMap<>();
        for (ModelFile file : deployment) {
            String name = FileNames.bare(file.name());
            if (owners.putIfAbsent(name, file.name()) != null) {
                new Findings(name, problems).addForFile(ModelRule.DUPLICATE_FILE, owners.get(name));
            }
        }
    }
}

package org.mentoringroadmap.roadmap.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules about the files of one deployment together: what must be unique over all of them. */
final class DeploymentRules {

    /** The engine keeps bare names: two files of one name in different folders overwrite each other. */
    void check(Collection<ModelFile> deployment, List<ModelProblem> problems) {
        Map<String, String> owners = new HashMap<>();
        for (ModelFile file : deployment) {
            String name = FileNames.bare(file.name());
            if (owners.putIfAbsent(name, file.name()) != null) {
                new Findings(name, problems).addForFile(ModelRule.DUPLICATE_FILE, owners.get(name));
            }
        }
    }
}

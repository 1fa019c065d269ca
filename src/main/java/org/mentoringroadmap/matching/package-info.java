/** The words and ports of matching: what a run is asked for, what it answers, who may see it. */
@ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {
            "admission",
            "participant",
            "person",
            "programme",
            "programmebank",
            "questionnaire",
            "register",
            "roadmap :: block",
            "roadmap :: language",
            "school",
            "shared",
            "task"
        })
package org.mentoringroadmap.matching;

import org.springframework.modulith.ApplicationModule;

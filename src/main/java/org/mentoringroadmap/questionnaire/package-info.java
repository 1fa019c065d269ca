/** Questionnaires: who is asked what, by which way they answer, what they have answered and who may read it. */
@ApplicationModule(
        displayName = "Questionnaire",
        allowedDependencies = {
            "activity",
            "consent",
            "participant",
            "person",
            "programme",
            "register",
            "roadmap",
            "roadmap :: block",
            "roadmap :: check",
            "school",
            "shared",
            "table"
        })
package org.mentoringroadmap.questionnaire;

import org.springframework.modulith.ApplicationModule;

/** The year of a programme as people look at it, and the inspector's folder. */
@ApplicationModule(
        displayName = "Overview",
        allowedDependencies = {
            "attention",
            "activity",
            "activity :: checklist",
            "activity :: event",
            "activity :: evidence",
            "activity :: term",
            "document",
            "document :: approval",
            "programme",
            "questionnaire :: use",
            "reminder",
            "roadmap",
            "roadmap :: drawing",
            "school",
            "search",
            "shared",
            "storage",
            "table",
            "task"
        })
package org.mentoringroadmap.overview;

import org.springframework.modulith.ApplicationModule;

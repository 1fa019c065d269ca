/** Mentoring pairs and groups, their members and the diary of their meetings. */
@ApplicationModule(
        displayName = "Mentorship",
        allowedDependencies = {
            "attention",
            "activity",
            "admission",
            "consent",
            "matching",
            "matching :: run",
            "participant",
            "person",
            "programme",
            "programmebank",
            "reminder",
            "roadmap",
            "roadmap :: block",
            "school",
            "search",
            "shared",
            "table",
            "task",
            "withdrawal"
        })
package org.mentoringroadmap.mentorship;

import org.springframework.modulith.ApplicationModule;

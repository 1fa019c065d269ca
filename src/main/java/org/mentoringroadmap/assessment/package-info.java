/** What is measured of participants when they enter a programme and again when they leave it, by the programme's own scales. */
@ApplicationModule(
        displayName = "Assessment",
        allowedDependencies = {
            "participant",
            "person",
            "programme",
            "questionnaire",
            "register",
            "school",
            "shared",
            "table"
        })
package org.mentoringroadmap.assessment;

import org.springframework.modulith.ApplicationModule;

/** How the activities of a roadmap end, step by step, and the record that their results rest on. */
@ApplicationModule(
        displayName = "Activity",
        allowedDependencies = {
            "attention",
            "programme",
            "roadmap",
            "roadmap :: block",
            "school",
            "shared",
            "storage",
            "task"
        })
package org.mentoringroadmap.activity;

import org.springframework.modulith.ApplicationModule;

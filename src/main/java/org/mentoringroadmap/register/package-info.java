/** The databases of mentees and mentors as people work with them: lists, profiles, gaps, duplicates, notes, tasks. */
@ApplicationModule(
        displayName = "Register",
        allowedDependencies = {
            "attention",
            "admission",
            "consent",
            "participant",
            "person",
            "programme",
            "roadmap :: block",
            "school",
            "search",
            "shared",
            "storage",
            "task"
        })
package org.mentoringroadmap.register;

import org.springframework.modulith.ApplicationModule;

/** What follows when a consent is withdrawn, up to the erasure of a person's data. */
@ApplicationModule(
        displayName = "Withdrawal",
        allowedDependencies = {
            "activity",
            "admission",
            "consent",
            "participant",
            "person",
            "programme",
            "roadmap :: block",
            "school",
            "shared",
            "task"
        })
package org.mentoringroadmap.withdrawal;

import org.springframework.modulith.ApplicationModule;

/** Signed consents: what they allow, who has to sign, who has signed, when they are signed anew. */
@ApplicationModule(
        displayName = "Consent",
        allowedDependencies = {
            "participant",
            "person",
            "programme",
            "reminder",
            "roadmap :: block",
            "school",
            "shared",
            "storage",
            "task"
        })
package org.mentoringroadmap.consent;

import org.springframework.modulith.ApplicationModule;

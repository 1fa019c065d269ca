/** Documents of a programme and the entries of the journals that number them. */
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {
            "attention",
            "activity",
            "activity :: event",
            "activity :: evidence",
            "activity :: term",
            "consent",
            "mentorship",
            "notification",
            "participant",
            "partner",
            "person",
            "programme",
            "programmebank",
            "register",
            "roadmap",
            "roadmap :: block",
            "school",
            "school :: substitution",
            "search",
            "shared",
            "storage",
            "table",
            "task",
            "withdrawal"
        })
package org.mentoringroadmap.document;

import org.springframework.modulith.ApplicationModule;

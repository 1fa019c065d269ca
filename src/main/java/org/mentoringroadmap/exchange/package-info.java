/** Registers brought and taken as tables. */
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {
            "consent",
            "participant",
            "person",
            "programme",
            "register",
            "school",
            "shared",
            "storage",
            "table"
        })
package org.mentoringroadmap.exchange;

import org.springframework.modulith.ApplicationModule;

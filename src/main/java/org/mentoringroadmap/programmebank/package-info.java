/** Programme cards that a school writes once and uses in later years. */
@ApplicationModule(
        displayName = "Programme bank",
        allowedDependencies = {"participant", "programme", "school", "shared"})
package org.mentoringroadmap.programmebank;

import org.springframework.modulith.ApplicationModule;

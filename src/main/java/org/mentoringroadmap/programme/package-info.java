/** A school's run through a roadmap in one school year, and the words that belong to a whole year. */
@ApplicationModule(
        displayName = "Programme",
        allowedDependencies = {"roadmap", "roadmap :: language", "school", "shared"})
package org.mentoringroadmap.programme;

import org.springframework.modulith.ApplicationModule;

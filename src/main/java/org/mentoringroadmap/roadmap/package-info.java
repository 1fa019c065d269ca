/** The roadmap as data: stages, activities and terms read from the deployed models. */
@ApplicationModule(
        displayName = "Roadmap",
        allowedDependencies = {"shared"})
package org.mentoringroadmap.roadmap;

import org.springframework.modulith.ApplicationModule;

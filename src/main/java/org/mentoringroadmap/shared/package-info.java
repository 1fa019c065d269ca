/** What every feature may use: refusals, school years, texts and days as people enter them, names of process variables. */
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
package org.mentoringroadmap.shared;

import org.springframework.modulith.ApplicationModule;

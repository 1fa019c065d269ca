/** What waits for somebody in a year that runs though it is no task: each feature says its own, the main page shows it. */
@ApplicationModule(
        displayName = "Attention",
        allowedDependencies = {"shared"})
package org.mentoringroadmap.attention;

import org.springframework.modulith.ApplicationModule;

/** Tasks of the running programmes, seen and changed with the rights of the acting account. */
@ApplicationModule(
        displayName = "Task",
        allowedDependencies = {"roadmap", "school", "school :: handover", "shared"})
package org.mentoringroadmap.task;

import org.springframework.modulith.ApplicationModule;

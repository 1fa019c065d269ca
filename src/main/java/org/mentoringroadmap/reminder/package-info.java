/** Reminders that the term of a task comes near or has passed. */
@ApplicationModule(
        displayName = "Reminder",
        allowedDependencies = {"programme", "roadmap", "school", "shared", "task"})
package org.mentoringroadmap.reminder;

import org.springframework.modulith.ApplicationModule;

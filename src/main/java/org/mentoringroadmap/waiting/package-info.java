/** What one does about a task that waits for somebody else: reminds of it, or gives it to another person. */
@ApplicationModule(
        displayName = "Waiting",
        allowedDependencies = {"notification", "programme", "school", "shared", "task"})
package org.mentoringroadmap.waiting;

import org.springframework.modulith.ApplicationModule;

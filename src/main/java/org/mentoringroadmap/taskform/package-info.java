/** Tasks whose form is Camunda's, done on a page of ours that works on a phone and without scripts. */
@ApplicationModule(
        displayName = "Task form",
        allowedDependencies = {"shared", "task"})
package org.mentoringroadmap.taskform;

import org.springframework.modulith.ApplicationModule;

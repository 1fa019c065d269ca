/** Who did what and when: the one table of acts, its pages, and how long it is kept. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"school", "shared"})
package org.mentoringroadmap.audit;

import org.springframework.modulith.ApplicationModule;

/** Organisations that a school works with or thanks. */
@ApplicationModule(
        displayName = "Partner",
        allowedDependencies = {"programme", "school", "shared", "table"})
package org.mentoringroadmap.partner;

import org.springframework.modulith.ApplicationModule;

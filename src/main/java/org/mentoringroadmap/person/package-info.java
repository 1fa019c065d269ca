/** People whom a school knows, once for all years, and how their names are compared. */
@ApplicationModule(
        displayName = "Person",
        allowedDependencies = {"shared"})
package org.mentoringroadmap.person;

import org.springframework.modulith.ApplicationModule;

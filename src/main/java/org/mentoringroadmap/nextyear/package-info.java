/** What a school does between two years: classes are promoted, the next roadmap is started, people go on. */
@ApplicationModule(
        displayName = "Next year",
        allowedDependencies = {"mentorship :: search", "participant", "programme", "register", "school", "shared"})
package org.mentoringroadmap.nextyear;

import org.springframework.modulith.ApplicationModule;

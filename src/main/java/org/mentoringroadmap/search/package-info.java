/** Looks for a word in all that the acting account may see; each feature looks through its own things. */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"shared"})
package org.mentoringroadmap.search;

import org.springframework.modulith.ApplicationModule;

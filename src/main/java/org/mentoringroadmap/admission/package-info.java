/** The only way into selection, publication and orders: somebody is admitted, or told why not. */
@ApplicationModule(
        displayName = "Admission",
        allowedDependencies = {"consent", "participant", "person", "programme", "school", "shared"})
package org.mentoringroadmap.admission;

import org.springframework.modulith.ApplicationModule;

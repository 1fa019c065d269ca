/** The schools of the installation: requisites, classes, staff with roles and accounts. */
@ApplicationModule(
        displayName = "School",
        allowedDependencies = {"person", "shared", "table"})
package org.mentoringroadmap.school;

import org.springframework.modulith.ApplicationModule;

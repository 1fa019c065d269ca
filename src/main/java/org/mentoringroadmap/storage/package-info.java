/** The files of the installation, kept in the database. */
@ApplicationModule(
        displayName = "Storage",
        allowedDependencies = {"shared"})
package org.mentoringroadmap.storage;

import org.springframework.modulith.ApplicationModule;

/** Reads tables that people bring, CSV or XLSX of any origin, within limits. */
@ApplicationModule(
        displayName = "Tables",
        allowedDependencies = {"shared", "storage"})
package org.mentoringroadmap.table;

import org.springframework.modulith.ApplicationModule;

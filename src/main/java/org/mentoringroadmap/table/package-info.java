/** Reads tables that people bring, of any origin and within limits, and says how they are understood; writes lists for Excel. */
@ApplicationModule(
        displayName = "Tables",
        allowedDependencies = {"shared", "storage"})
package org.mentoringroadmap.table;

import org.springframework.modulith.ApplicationModule;

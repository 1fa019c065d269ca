/** What carries the features: the engine, sign-in, the shell of the pages, the demo. */
@ApplicationModule(displayName = "Platform")
package org.mentoringroadmap.platform;

import org.springframework.modulith.ApplicationModule;

/** What somebody is told of by name: the bell in the head of every page, and the page behind it. */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"school", "shared"})
package org.mentoringroadmap.notification;

import org.springframework.modulith.ApplicationModule;

/** People as mentees and mentors of one programme: details, status, and who may see and change them. */
@ApplicationModule(
        displayName = "Participant",
        allowedDependencies = {"person", "programme", "school", "shared"})
package org.mentoringroadmap.participant;

import org.springframework.modulith.ApplicationModule;

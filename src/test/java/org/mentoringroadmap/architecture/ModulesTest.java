package org.mentoringroadmap.architecture;

import org.junit.jupiter.api.Test;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.springframework.modulith.core.ApplicationModules;

/** Spring Modulith's own check: sub-packages of a feature are closed to the others, and there is no cycle. */
class ModulesTest {
    @Test
    void modulesKeepTheirBorders() {
        ApplicationModules.of(MentoringRoadmapApplication.class).verify();
    }
}

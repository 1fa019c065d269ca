package org.mentoringroadmap.platform.engine;

import org.mentoringroadmap.support.RunningApplicationTest;

@RunningApplicationTest
class H2CrowdTest extends CrowdContract {}

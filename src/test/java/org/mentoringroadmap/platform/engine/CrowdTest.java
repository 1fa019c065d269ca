package org.mentoringroadmap.platform.engine;

import org.mentoringroadmap.support.RunningApplicationTest;

@RunningApplicationTest
class CrowdTest extends CrowdContract {}

package org.mentoringroadmap.platform.camunda;

import org.mentoringroadmap.support.RunningApplicationTest;

@RunningApplicationTest
class CrowdTest extends CrowdContract {}

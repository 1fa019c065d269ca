package org.mentoringroadmap.resilience;

import org.mentoringroadmap.support.RunningApplicationTest;

@RunningApplicationTest
class H2ManyAtOnceTest extends ManyAtOnceContract {}

package org.mentoringroadmap.matching.run;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2BoardDecisionsTest extends BoardDecisionsContract {}

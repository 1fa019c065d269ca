package org.mentoringroadmap.matching;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2DecisionsTest extends DecisionsContract {}

package org.mentoringroadmap.matching.run;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2BoardDecisionsTest extends BoardDecisionsContract {}

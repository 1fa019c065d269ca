package org.mentoringroadmap.assessment;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2AssessmentTest extends AssessmentContract {}

package org.mentoringroadmap.assessment;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2AssessmentTest extends AssessmentContract {}

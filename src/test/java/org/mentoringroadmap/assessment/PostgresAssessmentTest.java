package org.mentoringroadmap.assessment;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresAssessmentTest extends AssessmentContract {}

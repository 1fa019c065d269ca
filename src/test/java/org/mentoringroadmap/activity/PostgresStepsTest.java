package org.mentoringroadmap.activity;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresStepsTest extends StepsContract {}

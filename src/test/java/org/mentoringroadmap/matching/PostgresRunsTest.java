package org.mentoringroadmap.matching;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresRunsTest extends RunsContract {}

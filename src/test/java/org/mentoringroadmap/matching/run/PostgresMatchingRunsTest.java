package org.mentoringroadmap.matching.run;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresMatchingRunsTest extends MatchingRunsContract {}

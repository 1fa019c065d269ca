package org.mentoringroadmap.matching;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresDecisionsTest extends DecisionsContract {}

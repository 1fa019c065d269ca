package org.mentoringroadmap.nextyear;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresNextYearTest extends NextYearContract {}

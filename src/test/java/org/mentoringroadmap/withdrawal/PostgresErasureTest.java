package org.mentoringroadmap.withdrawal;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresErasureTest extends ErasureContract {}

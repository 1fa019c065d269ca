package org.mentoringroadmap.register;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresDuplicatesTest extends DuplicatesContract {}

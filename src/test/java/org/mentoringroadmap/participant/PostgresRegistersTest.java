package org.mentoringroadmap.participant;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresRegistersTest extends RegistersContract {}

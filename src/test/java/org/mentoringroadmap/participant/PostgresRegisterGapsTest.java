package org.mentoringroadmap.participant;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresRegisterGapsTest extends RegisterGapsContract {}

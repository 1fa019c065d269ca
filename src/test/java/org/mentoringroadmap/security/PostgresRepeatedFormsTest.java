package org.mentoringroadmap.security;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresRepeatedFormsTest extends RepeatedFormsContract {}

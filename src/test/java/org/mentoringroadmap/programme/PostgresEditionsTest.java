package org.mentoringroadmap.programme;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresEditionsTest extends EditionsContract {}

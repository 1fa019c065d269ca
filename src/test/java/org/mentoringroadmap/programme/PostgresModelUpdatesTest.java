package org.mentoringroadmap.programme;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresModelUpdatesTest extends ModelUpdatesContract {}

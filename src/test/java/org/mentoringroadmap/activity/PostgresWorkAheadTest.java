package org.mentoringroadmap.activity;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresWorkAheadTest extends WorkAheadContract {}

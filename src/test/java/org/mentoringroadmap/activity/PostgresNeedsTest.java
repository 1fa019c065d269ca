package org.mentoringroadmap.activity;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresNeedsTest extends NeedsContract {}

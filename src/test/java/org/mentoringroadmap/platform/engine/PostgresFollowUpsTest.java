package org.mentoringroadmap.platform.engine;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresFollowUpsTest extends FollowUpsContract {}

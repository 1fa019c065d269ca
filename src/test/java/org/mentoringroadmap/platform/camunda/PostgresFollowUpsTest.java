package org.mentoringroadmap.platform.camunda;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresFollowUpsTest extends FollowUpsContract {}

package org.mentoringroadmap.platform.account;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresSignInLimitsTest extends SignInLimitsContract {}

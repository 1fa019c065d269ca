package org.mentoringroadmap.platform.account;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresAccountSafeguardsTest extends AccountSafeguardsContract {}

package org.mentoringroadmap.exchange;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresImportTest extends ImportContract {}

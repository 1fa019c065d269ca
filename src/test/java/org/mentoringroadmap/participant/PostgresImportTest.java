package org.mentoringroadmap.participant;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresImportTest extends ImportContract {}

package org.mentoringroadmap.participant.exchange;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresImportTest extends ImportContract {}

package org.mentoringroadmap.programme.process;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresEarlierRecordsTest extends EarlierRecordsContract {}

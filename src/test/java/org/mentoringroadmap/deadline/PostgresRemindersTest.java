package org.mentoringroadmap.deadline;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresRemindersTest extends RemindersContract {}

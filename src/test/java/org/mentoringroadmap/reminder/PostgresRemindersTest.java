package org.mentoringroadmap.reminder;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresRemindersTest extends RemindersContract {}

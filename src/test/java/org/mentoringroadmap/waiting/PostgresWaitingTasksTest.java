package org.mentoringroadmap.waiting;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresWaitingTasksTest extends WaitingTasksContract {}

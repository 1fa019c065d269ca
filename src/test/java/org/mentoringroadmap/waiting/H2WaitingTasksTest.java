package org.mentoringroadmap.waiting;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2WaitingTasksTest extends WaitingTasksContract {}

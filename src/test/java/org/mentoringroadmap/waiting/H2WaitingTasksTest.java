package org.mentoringroadmap.waiting;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2WaitingTasksTest extends WaitingTasksContract {}

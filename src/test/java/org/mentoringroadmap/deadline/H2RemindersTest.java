package org.mentoringroadmap.deadline;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2RemindersTest extends RemindersContract {}

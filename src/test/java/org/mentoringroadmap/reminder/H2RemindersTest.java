package org.mentoringroadmap.reminder;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2RemindersTest extends RemindersContract {}

package org.mentoringroadmap.reminder;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2RemindersTest extends RemindersContract {}

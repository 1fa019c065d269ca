package org.mentoringroadmap.nextyear;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2NextYearTest extends NextYearContract {}

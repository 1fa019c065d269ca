package org.mentoringroadmap.nextyear;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2NextYearTest extends NextYearContract {}

package org.mentoringroadmap.exchange;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2ImportTest extends ImportContract {}

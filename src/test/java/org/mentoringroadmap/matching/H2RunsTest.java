package org.mentoringroadmap.matching;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2RunsTest extends RunsContract {}

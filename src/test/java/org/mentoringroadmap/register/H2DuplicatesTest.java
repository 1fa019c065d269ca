package org.mentoringroadmap.register;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2DuplicatesTest extends DuplicatesContract {}

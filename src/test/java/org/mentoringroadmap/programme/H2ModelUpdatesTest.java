package org.mentoringroadmap.programme;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2ModelUpdatesTest extends ModelUpdatesContract {}

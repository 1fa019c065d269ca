package org.mentoringroadmap.withdrawal;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2ErasureTest extends ErasureContract {}

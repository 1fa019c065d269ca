package org.mentoringroadmap.withdrawal;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2ErasureTest extends ErasureContract {}

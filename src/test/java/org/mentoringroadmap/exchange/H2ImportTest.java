package org.mentoringroadmap.exchange;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2ImportTest extends ImportContract {}

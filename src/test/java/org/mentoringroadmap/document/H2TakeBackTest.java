package org.mentoringroadmap.document;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2TakeBackTest extends TakeBackContract {}

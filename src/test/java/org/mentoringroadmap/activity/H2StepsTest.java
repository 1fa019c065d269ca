package org.mentoringroadmap.activity;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2StepsTest extends StepsContract {}

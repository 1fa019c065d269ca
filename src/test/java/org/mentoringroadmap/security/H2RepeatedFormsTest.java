package org.mentoringroadmap.security;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2RepeatedFormsTest extends RepeatedFormsContract {}

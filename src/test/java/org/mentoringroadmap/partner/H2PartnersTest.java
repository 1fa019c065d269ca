package org.mentoringroadmap.partner;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2PartnersTest extends PartnersContract {}

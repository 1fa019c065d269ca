package org.mentoringroadmap.consent;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2ConsentListsTest extends ConsentListsContract {}

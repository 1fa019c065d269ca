package org.mentoringroadmap.consent;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2ConsentListsTest extends ConsentListsContract {}

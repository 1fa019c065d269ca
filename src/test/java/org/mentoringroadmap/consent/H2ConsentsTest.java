package org.mentoringroadmap.consent;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2ConsentsTest extends ConsentsContract {}

package org.mentoringroadmap.security;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2RepeatedFormsTest extends RepeatedFormsContract {}

package org.mentoringroadmap.partner;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2PartnersTest extends PartnersContract {}

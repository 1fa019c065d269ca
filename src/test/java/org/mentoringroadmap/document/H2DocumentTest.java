package org.mentoringroadmap.document;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2DocumentTest extends DocumentContract {}

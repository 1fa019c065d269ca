package org.mentoringroadmap.activity.term;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2TermsTest extends TermsContract {}

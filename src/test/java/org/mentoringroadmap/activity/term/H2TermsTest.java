package org.mentoringroadmap.activity.term;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2TermsTest extends TermsContract {}

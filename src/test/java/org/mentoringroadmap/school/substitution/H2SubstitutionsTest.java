package org.mentoringroadmap.school.substitution;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2SubstitutionsTest extends SubstitutionsContract {}

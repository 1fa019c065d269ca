package org.mentoringroadmap.school.substitution;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2SubstitutionsTest extends SubstitutionsContract {}

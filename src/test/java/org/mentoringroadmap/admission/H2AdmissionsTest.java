package org.mentoringroadmap.admission;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2AdmissionsTest extends AdmissionsContract {}

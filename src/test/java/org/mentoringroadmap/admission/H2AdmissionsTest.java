package org.mentoringroadmap.admission;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2AdmissionsTest extends AdmissionsContract {}

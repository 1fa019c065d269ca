package org.mentoringroadmap.admission;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresAdmissionsTest extends AdmissionsContract {}

package org.mentoringroadmap.school.substitution;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresSubstitutionsTest extends SubstitutionsContract {}

package org.mentoringroadmap.activity.term;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresTermsTest extends TermsContract {}

package org.mentoringroadmap.consent;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresConsentListsTest extends ConsentListsContract {}

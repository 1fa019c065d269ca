package org.mentoringroadmap.participant;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresConsentListsTest extends ConsentListsContract {}

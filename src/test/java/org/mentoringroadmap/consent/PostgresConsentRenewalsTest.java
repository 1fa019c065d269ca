package org.mentoringroadmap.consent;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresConsentRenewalsTest extends ConsentRenewalsContract {}

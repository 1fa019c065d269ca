package org.mentoringroadmap.participant;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresConsentRenewalsTest extends ConsentRenewalsContract {}

package org.mentoringroadmap.partner;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresPartnersTest extends PartnersContract {}

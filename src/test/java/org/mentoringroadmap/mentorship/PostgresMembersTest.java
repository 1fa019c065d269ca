package org.mentoringroadmap.mentorship;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresMembersTest extends MembersContract {}

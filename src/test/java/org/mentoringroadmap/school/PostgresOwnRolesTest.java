package org.mentoringroadmap.school;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresOwnRolesTest extends OwnRolesContract {}

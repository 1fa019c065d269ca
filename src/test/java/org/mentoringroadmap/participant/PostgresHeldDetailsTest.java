package org.mentoringroadmap.participant;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresHeldDetailsTest extends HeldDetailsContract {}

package org.mentoringroadmap.bank;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresProgrammeBankTest extends ProgrammeBankContract {}

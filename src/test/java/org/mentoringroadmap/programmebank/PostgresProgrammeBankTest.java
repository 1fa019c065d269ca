package org.mentoringroadmap.programmebank;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresProgrammeBankTest extends ProgrammeBankContract {}

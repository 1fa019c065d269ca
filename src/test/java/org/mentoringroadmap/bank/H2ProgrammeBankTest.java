package org.mentoringroadmap.bank;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2ProgrammeBankTest extends ProgrammeBankContract {}

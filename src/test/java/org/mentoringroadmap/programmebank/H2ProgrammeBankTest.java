package org.mentoringroadmap.programmebank;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2ProgrammeBankTest extends ProgrammeBankContract {}

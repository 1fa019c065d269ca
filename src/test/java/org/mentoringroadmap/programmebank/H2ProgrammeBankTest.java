package org.mentoringroadmap.programmebank;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2ProgrammeBankTest extends ProgrammeBankContract {}

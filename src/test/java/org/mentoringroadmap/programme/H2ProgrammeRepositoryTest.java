package org.mentoringroadmap.programme;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2ProgrammeRepositoryTest extends ProgrammeRepositoryContract {}

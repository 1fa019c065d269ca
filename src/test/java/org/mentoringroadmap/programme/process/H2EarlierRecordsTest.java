package org.mentoringroadmap.programme.process;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2EarlierRecordsTest extends EarlierRecordsContract {}

package org.mentoringroadmap.programme.process;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2EarlierRecordsTest extends EarlierRecordsContract {}

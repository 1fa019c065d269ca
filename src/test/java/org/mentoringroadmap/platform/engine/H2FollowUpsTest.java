package org.mentoringroadmap.platform.engine;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2FollowUpsTest extends FollowUpsContract {}

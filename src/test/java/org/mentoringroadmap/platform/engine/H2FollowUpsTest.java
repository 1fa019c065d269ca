package org.mentoringroadmap.platform.engine;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2FollowUpsTest extends FollowUpsContract {}

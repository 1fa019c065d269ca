package org.mentoringroadmap.platform.camunda;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2FollowUpsTest extends FollowUpsContract {}

package org.mentoringroadmap.platform.account;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2SignInLimitsTest extends SignInLimitsContract {}

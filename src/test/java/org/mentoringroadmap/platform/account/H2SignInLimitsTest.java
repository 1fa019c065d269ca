package org.mentoringroadmap.platform.account;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2SignInLimitsTest extends SignInLimitsContract {}

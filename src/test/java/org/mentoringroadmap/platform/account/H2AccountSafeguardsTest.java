package org.mentoringroadmap.platform.account;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2AccountSafeguardsTest extends AccountSafeguardsContract {}

package org.mentoringroadmap.programme;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2BegunModelsTest extends BegunModelsContract {}

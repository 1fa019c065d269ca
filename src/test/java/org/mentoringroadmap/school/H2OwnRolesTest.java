package org.mentoringroadmap.school;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2OwnRolesTest extends OwnRolesContract {}

package org.mentoringroadmap.school;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2OwnRolesTest extends OwnRolesContract {}

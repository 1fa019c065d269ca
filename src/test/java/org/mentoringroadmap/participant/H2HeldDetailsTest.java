package org.mentoringroadmap.participant;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2HeldDetailsTest extends HeldDetailsContract {}

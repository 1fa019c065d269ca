package org.mentoringroadmap.participant;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2HeldDetailsTest extends HeldDetailsContract {}

package org.mentoringroadmap.activity;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2WorkAheadTest extends WorkAheadContract {}

package org.mentoringroadmap.mentorship;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2ProposalsTest extends ProposalsContract {}

package org.mentoringroadmap.mentorship.proposal;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2ProposalsTest extends ProposalsContract {}

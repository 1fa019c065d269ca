package org.mentoringroadmap.mentorship.proposal;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2ProposalsTest extends ProposalsContract {}

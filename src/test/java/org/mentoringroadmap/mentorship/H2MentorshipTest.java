package org.mentoringroadmap.mentorship;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2MentorshipTest extends MentorshipContract {}

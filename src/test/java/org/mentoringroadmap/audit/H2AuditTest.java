package org.mentoringroadmap.audit;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2AuditTest extends AuditContract {}

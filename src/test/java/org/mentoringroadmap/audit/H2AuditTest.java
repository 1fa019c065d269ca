package org.mentoringroadmap.audit;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2AuditTest extends AuditContract {}

package org.mentoringroadmap.audit;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresAuditTest extends AuditContract {}

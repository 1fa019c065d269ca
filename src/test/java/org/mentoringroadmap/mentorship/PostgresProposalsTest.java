package org.mentoringroadmap.mentorship;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresProposalsTest extends ProposalsContract {}

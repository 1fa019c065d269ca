package org.mentoringroadmap.mentorship.proposal;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresProposalsTest extends ProposalsContract {}

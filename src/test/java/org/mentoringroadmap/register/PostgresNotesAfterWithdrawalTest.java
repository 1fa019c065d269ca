package org.mentoringroadmap.register;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresNotesAfterWithdrawalTest extends NotesAfterWithdrawalContract {}

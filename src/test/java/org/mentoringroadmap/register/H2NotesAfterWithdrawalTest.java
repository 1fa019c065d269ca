package org.mentoringroadmap.register;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2NotesAfterWithdrawalTest extends NotesAfterWithdrawalContract {}

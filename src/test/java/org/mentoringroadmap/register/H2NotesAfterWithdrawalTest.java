package org.mentoringroadmap.register;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2NotesAfterWithdrawalTest extends NotesAfterWithdrawalContract {}

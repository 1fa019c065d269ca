package org.mentoringroadmap.questionnaire.mail;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2LettersTest extends LettersContract {}

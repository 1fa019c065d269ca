package org.mentoringroadmap.questionnaire.mail;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2LettersTest extends LettersContract {}

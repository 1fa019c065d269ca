package org.mentoringroadmap.questionnaire.use;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2AnswerUseTest extends AnswerUseContract {}

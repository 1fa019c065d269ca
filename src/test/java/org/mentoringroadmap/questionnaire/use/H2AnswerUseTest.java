package org.mentoringroadmap.questionnaire.use;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2AnswerUseTest extends AnswerUseContract {}

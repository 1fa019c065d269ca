package org.mentoringroadmap.questionnaire.use;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresAnswerUseTest extends AnswerUseContract {}

package org.mentoringroadmap.questionnaire;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresQuestionnairesTest extends QuestionnairesContract {}

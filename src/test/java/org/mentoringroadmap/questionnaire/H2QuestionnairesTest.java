package org.mentoringroadmap.questionnaire;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2QuestionnairesTest extends QuestionnairesContract {}

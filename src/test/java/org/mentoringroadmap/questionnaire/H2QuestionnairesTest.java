package org.mentoringroadmap.questionnaire;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.ApplicationTest;

@Tag("long")
@ApplicationTest
class H2QuestionnairesTest extends QuestionnairesContract {}

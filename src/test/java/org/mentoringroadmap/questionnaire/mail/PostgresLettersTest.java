package org.mentoringroadmap.questionnaire.mail;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresLettersTest extends LettersContract {}

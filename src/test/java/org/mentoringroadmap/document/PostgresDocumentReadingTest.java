package org.mentoringroadmap.document;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresDocumentReadingTest extends DocumentReadingContract {}

package org.mentoringroadmap.document;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.PostgresApplicationTest;

@Tag("long")
@PostgresApplicationTest
class PostgresYearDocumentTest extends YearDocumentContract {}

package org.mentoringroadmap.document;

import org.mentoringroadmap.support.PostgresApplicationTest;

@PostgresApplicationTest
class PostgresGeneralDocumentTest extends GeneralDocumentContract {}

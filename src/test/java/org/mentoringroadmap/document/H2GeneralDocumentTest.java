package org.mentoringroadmap.document;

import org.mentoringroadmap.support.ApplicationTest;

@ApplicationTest
class H2GeneralDocumentTest extends GeneralDocumentContract {}

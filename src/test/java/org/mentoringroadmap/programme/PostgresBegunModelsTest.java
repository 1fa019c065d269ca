package org.mentoringroadmap.programme;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.PostgresApplicationTest;

@Tag("long")
@PostgresApplicationTest
class PostgresBegunModelsTest extends BegunModelsContract {}

package org.mentoringroadmap.resilience;

import org.junit.jupiter.api.Tag;
import org.mentoringroadmap.support.AdministratorOfTests;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.EmbeddedPostgresDatabase;
import org.mentoringroadmap.support.TestEngine;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Needs a context of its own; what PostgreSQL does with locks and requests is also in the tests of the follow-ups. */
@Tag("long")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            TestEngine.OWN_ENGINE,
            TestEngine.OWN_APPLICATION,
            "mentoring.password-iterations=1000",
            // A busy machine takes longer than the five seconds after which nobody waits; how long all took is
            // measured.
            "spring.datasource.hikari.connection-timeout=60000",
            "mentoring.administrator.password=administrator-of-tests"
        })
@ActiveProfiles("postgresql")
@ContextConfiguration(initializers = EmbeddedPostgresDatabase.class)
@Import({TestSchools.class, AdministratorOfTests.class, Callers.class})
class PostgresManyAtOnceTest extends ManyAtOnceContract {}

package org.mentoringroadmap.platform.engine;

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

/** Needs a context of its own: behind a port, jobs at work, PostgreSQL, and the engine by the name that Tasklist calls. */
@Tag("long")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            TestEngine.QUICK_JOBS,
            TestEngine.QUICK_JOBS_AT_MOST,
            TestEngine.OWN_APPLICATION,
            "mentoring.password-iterations=1000",
            "mentoring.administrator.password=administrator-of-tests"
        })
@ActiveProfiles("postgresql")
@ContextConfiguration(initializers = EmbeddedPostgresDatabase.class)
@Import({TestSchools.class, AdministratorOfTests.class, Callers.class})
class PostgresCrowdTest extends CrowdContract {}

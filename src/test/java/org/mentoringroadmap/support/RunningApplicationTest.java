package org.mentoringroadmap.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole application on H2 in memory behind a port of its own, its job executor at work: for what only a stranger
 * over HTTP sees, the engine's REST and its webapps among it. All tests with this annotation share one context: each
 * makes a {@link TestSchool} of its own and speaks through a {@link Caller}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            TestDatabase.OWN,
            TestEngine.QUICK_JOBS,
            TestEngine.QUICK_JOBS_AT_MOST,
            TestEngine.OWN_APPLICATION,
            "mentoring.password-iterations=1000",
            "mentoring.administrator.password=administrator-of-tests"
        })
@Import({TestSchools.class, AdministratorOfTests.class, Callers.class})
public @interface RunningApplicationTest {}

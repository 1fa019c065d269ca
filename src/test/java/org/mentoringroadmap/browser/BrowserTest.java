package org.mentoringroadmap.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringroadmap.support.TestDatabase;
import org.mentoringroadmap.support.TestEngine;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application as a person meets it: on a port, with the demo school, jobs running by themselves, in the
 * Chromium found on the machine. Without a browser the test is skipped, and the build says so. The engine keeps its name,
 * which stands in the addresses of the webapps: such a test needs a JVM without other engines, which Failsafe gives it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Chromium.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            TestDatabase.OWN,
            TestEngine.QUICK_JOBS,
            TestEngine.QUICK_JOBS_AT_MOST,
            "mentoring.password-iterations=1000"
        })
@ActiveProfiles("demo")
@Import(TestSchools.class)
@interface BrowserTest {}

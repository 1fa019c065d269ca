package org.mentoringroadmap.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mentoringroadmap.activity.ActivityFixture;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole application on H2 in memory, with the shipped models and the real services; jobs run only when a test says
 * so. All tests with this annotation share one context: each makes a {@link TestSchool} of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            TestDatabase.OWN,
            TestEngine.NO_JOBS,
            TestEngine.OWN_ENGINE,
            TestEngine.OWN_APPLICATION,
            "mentoring.administrator.password=administrator-of-tests"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({
    TestSchools.class,
    AdministratorOfTests.class,
    QuickPasswords.class,
    ActivityFixture.class,
    ModelCoverage.class,
    BrowserCookies.class
})
public @interface ApplicationTest {}

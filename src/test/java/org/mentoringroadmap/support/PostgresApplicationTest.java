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
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The same as {@link ApplicationTest}, on PostgreSQL. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            TestEngine.NO_JOBS,
            TestEngine.OWN_ENGINE,
            TestEngine.OWN_APPLICATION,
            "mentoring.administrator.password=administrator-of-tests"
        })
@ActiveProfiles("postgresql")
@ContextConfiguration(initializers = EmbeddedPostgresDatabase.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({
    TestSchools.class,
    AdministratorOfTests.class,
    QuickPasswords.class,
    ActivityFixture.class,
    BrowserCookies.class
})
public @interface PostgresApplicationTest {}

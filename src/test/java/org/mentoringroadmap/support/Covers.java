package org.mentoringroadmap.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The test class passes every node and every flow of these models, or fails; run its methods together. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({SpringExtension.class, Covers.Check.class})
public @interface Covers {
    /** Process ids. */
    String[] value();

    /** Forgets what other classes have passed, and looks at the end what is missing. */
    final class Check implements BeforeAllCallback, AfterAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            coverage(context).reset();
        }

        @Override
        public void afterAll(ExtensionContext context) {
            for (String processId :
                    context.getRequiredTestClass().getAnnotation(Covers.class).value()) {
                assertThat(coverage(context).missing(processId))
                        .as("Nodes and flows of %s that no test has passed", processId)
                        .isEmpty();
            }
        }

        private static ModelCoverage coverage(ExtensionContext context) {
            return SpringExtension.getApplicationContext(context).getBean(ModelCoverage.class);
        }
    }
}

package org.mentoringroadmap.consent.process;

import java.util.Set;
import org.mentoringroadmap.roadmap.block.ReliedOn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the application relies on in the yearly renewal of consents. */
@Configuration(proxyBeanMethods = false)
class ConsentBlocks {
    @Bean
    ReliedOn renewalOfConsents() {
        return new ReliedOn("consent-renewal", Set.of("Start_BirthdaysNear", "Task_RenewConsents"));
    }
}

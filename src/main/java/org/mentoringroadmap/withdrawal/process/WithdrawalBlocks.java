package org.mentoringroadmap.withdrawal.process;

import java.util.Set;
import org.mentoringroadmap.roadmap.block.ReliedOn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the application relies on in the withdrawal of a consent. */
@Configuration(proxyBeanMethods = false)
class WithdrawalBlocks {
    @Bean
    ReliedOn stepsOfAWithdrawal() {
        return new ReliedOn("consent-withdrawal", Set.of("Task_EndPair"));
    }
}

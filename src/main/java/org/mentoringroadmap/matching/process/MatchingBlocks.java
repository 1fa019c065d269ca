package org.mentoringroadmap.matching.process;

import java.util.Set;
import org.mentoringroadmap.matching.policy.PolicySource;
import org.mentoringroadmap.roadmap.block.AskedTable;
import org.mentoringroadmap.roadmap.block.BlockChoice;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the block that forms pairs can be called with. */
@Configuration(proxyBeanMethods = false)
class MatchingBlocks {
    @Bean
    BlockChoice pairSteps() {
        return new BlockChoice("pair-formation", MatchingVariables.PAIR_STEP.name(), Set.of("compare", "decide"));
    }

    @Bean
    AskedTable policyTable() {
        return PolicySource.TABLE;
    }
}

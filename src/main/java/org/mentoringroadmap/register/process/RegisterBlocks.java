package org.mentoringroadmap.register.process;

import org.mentoringroadmap.register.RegisterGroup;
import org.mentoringroadmap.roadmap.block.BlockChoice;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the blocks that form registers and collect consents can be called with. */
@Configuration(proxyBeanMethods = false)
class RegisterBlocks {
    @Bean
    BlockChoice consentKinds() {
        return new BlockChoice("consent-collection", BlockVariables.CONSENT_KIND.name(), RegisterGroup.CONSENT_KINDS);
    }

    @Bean
    BlockChoice registerRoles() {
        return new BlockChoice(
                "register-formation", RegisterVariables.PARTICIPANT_ROLE.name(), RegisterGroup.REGISTER_ROLES);
    }

    @Bean
    BlockChoice registerCategories() {
        return new BlockChoice(
                "register-formation", RegisterVariables.PARTICIPANT_CATEGORY.name(), RegisterGroup.REGISTER_CATEGORIES);
    }
}

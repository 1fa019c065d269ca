package org.mentoringroadmap.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class RuleMessagesTest {

    private final List<String> keys = Collections.list(
            ResourceBundle.getBundle("messages.roadmap", Locale.ROOT).getKeys());

    @Test
    void everyRuleHasAnAdviceAndEveryAdviceARule() {
        List<String> rules =
                Arrays.stream(ModelRule.values()).map(ModelRule::code).toList();
        List<String> advised = keys.stream()
                .filter(key -> key.startsWith("rule."))
                .map(key -> key.split("\\.")[1])
                .distinct()
                .toList();

        assertThat(advised).containsExactlyInAnyOrderElementsOf(rules);
    }
}

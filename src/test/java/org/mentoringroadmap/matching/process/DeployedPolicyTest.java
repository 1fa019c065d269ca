package org.mentoringroadmap.matching.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.matching.policy.MatchingPolicy;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.core.io.ClassPathResource;

/** A table that came into force before tables were asked at their deployment: nothing is matched by it. */
class DeployedPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "<text>5</text>,<text>-5</text>,matching.policy-weight,REQUESTS",
        "<text>\"ADVICE\"</text>,<text>\"ADVISE\"</text>,matching.policy-line,ADVICE",
        "<text>\"hard\"</text>,<text>\"always\"</text>,matching.policy-kind,FORM",
        "hitPolicy=\"UNIQUE\",hitPolicy=\"PRIORITY\",matching.policy-broken,"
    })
    void nothingIsMatchedByABrokenTable(String right, String wrong, String code, String rule) throws IOException {
        assertThatThrownBy(() -> read(right, wrong)).isInstanceOfSatisfying(ConflictException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            if (rule != null) {
                assertThat(String.valueOf(refused.arguments()[0])).startsWith(rule);
            }
        });
    }

    @Test
    void theShippedTableIsRead() throws IOException {
        assertThat(read("", "").lines()).containsOnlyKeys(MatchingPolicy.Rule.values());
    }

    @SuppressWarnings("unchecked")
    private static MatchingPolicy read(String right, String wrong) throws IOException {
        String table = new ClassPathResource("processes/decisions/matching-policy.dmn")
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceFirst(Pattern.quote(right), wrong);
        DecisionDefinition definition = mock();
        when(definition.getId()).thenReturn("policy:1");
        when(definition.getVersion()).thenReturn(1);
        RepositoryService repository = mock();
        when(repository.getDecisionDefinition("policy:1")).thenReturn(definition);
        when(repository.getDmnModelInstance("policy:1"))
                .thenReturn(Dmn.readModelFromStream(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))));
        Programme programme = mock();
        when(programme.id()).thenReturn(7L);
        Editions editions = mock();
        when(editions.decision(7L, "matching-policy")).thenReturn(Optional.of("policy:1"));
        SystemAuthority system = mock();
        when(system.get(any())).thenAnswer(call -> ((Supplier<Object>) call.getArgument(0)).get());
        return new DeployedPolicy(repository, editions, system).of(programme);
    }
}

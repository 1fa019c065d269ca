package org.mentoringroadmap.matching.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.mentoringroadmap.matching.policy.MatchingPolicy;
import org.mentoringroadmap.matching.policy.MatchingPolicy.Kind;
import org.mentoringroadmap.matching.policy.MatchingPolicy.Line;
import org.mentoringroadmap.matching.policy.MatchingPolicy.Rule;
import org.mentoringroadmap.matching.policy.PolicySource;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.language.DecisionLanguage;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/**
 * Reads the policy out of its decision table: asked for each rule, it answers the rule's kind
 * and weight. Evaluated beside the engine's history: nothing about anybody is asked, and nothing needs to be kept twice,
 * since every run stores the policy it went by.
 */
@Component
class DeployedPolicy implements PolicySource {
    static final String KEY = TABLE.decision();

    private static final int REMEMBERED = 10;
    private static final String KIND = "kind";
    private static final String WEIGHT = "weight";

    private final Cache<String, MatchingPolicy> read =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final RepositoryService repository;
    private final Editions editions;
    private final SystemAuthority system;

    DeployedPolicy(RepositoryService repository, Editions editions, SystemAuthority system) {
        this.repository = repository;
        this.editions = editions;
        this.system = system;
    }

    @Override
    public MatchingPolicy of(Programme programme) {
        String definition = editions.decision(programme.id(), KEY)
                .orElseThrow(() -> new ConflictException("matching.policy-missing", KEY));
        return system.get(() -> read.get(definition, id -> read(repository.getDecisionDefinition(id))));
    }

    private MatchingPolicy read(DecisionDefinition definition) {
        DmnModelInstance model = repository.getDmnModelInstance(definition.getId());
        // Dear to compute, but a policy is read once in its life; nobody waits for it at the start of the application.
        Map<String, List<Map<String, Object>>> answers = DecisionLanguage.answers(
                        model, KEY, TABLE.input(), TABLE.asked())
                .orElseThrow(() -> new ConflictException("matching.policy-broken"));
        Map<Rule, Line> lines = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            lines.put(rule, line(rule, answers.get(rule.name())));
        }
        return new MatchingPolicy(version(definition), lines);
    }

    /** What the administrator calls it, and the number that the engine gives it. */
    private static String version(DecisionDefinition definition) {
        String number = String.valueOf(definition.getVersion());
        return definition.getVersionTag() == null ? number : definition.getVersionTag() + "/" + number;
    }

    private static Line line(Rule rule, List<Map<String, Object>> answers) {
        if (answers.size() != 1) {
            throw new ConflictException("matching.policy-line", rule.name(), String.valueOf(answers.size()));
        }
        Object kind = answers.get(0).get(KIND);
        Object weight = answers.get(0).get(WEIGHT);
        Optional<Kind> known = Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(String.valueOf(kind).toUpperCase(Locale.ROOT)))
                .findFirst();
        if (known.isEmpty()) {
            throw new ConflictException("matching.policy-kind", rule.name(), String.valueOf(kind));
        }
        if (!(weight instanceof Number number)
                || !(number.doubleValue() >= 0)
                || Double.isInfinite(number.doubleValue())) {
            throw new ConflictException("matching.policy-weight", rule.name(), String.valueOf(weight));
        }
        return new Line(known.get(), number.doubleValue());
    }
}

package org.mentoringroadmap.matching.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
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
 * Reads the policy out of the decision table {@value #KEY}: asked for each rule, it answers the rule's kind
 * and weight. Evaluated beside the engine's history: nothing about anybody is asked, and nothing needs to be kept twice,
 * since every run stores the policy it went by.
 */
@Component
class DeployedPolicy implements PolicySource {
    static final String KEY = "matching-policy";

    private static final int REMEMBERED = 10;
    private static final String ASKED = "rule";
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
        Map<Rule, Line> lines = new EnumMap<>(Rule.class);
        // Dear to make, but a policy is read once in its life; nobody waits for it at the start of the application.
        DmnEngine dmn = DecisionLanguage.configuration().buildEngine();
        try {
            DmnDecision table = dmn.parseDecision(KEY, model);
            for (Rule rule : Rule.values()) {
                lines.put(rule, line(rule, dmn.evaluateDecision(table, Variables.putValue(ASKED, rule.name()))));
            }
        } catch (DmnEngineException | FeelException e) {
            throw new ConflictException("matching.policy-broken", String.valueOf(e.getMessage()));
        }
        return new MatchingPolicy(version(definition), lines);
    }

    /** What the administrator calls it, and the number that the engine gives it. */
    private static String version(DecisionDefinition definition) {
        String number = String.valueOf(definition.getVersion());
        return definition.getVersionTag() == null ? number : definition.getVersionTag() + "/" + number;
    }

    private static Line line(Rule rule, DmnDecisionResult answers) {
        if (answers.size() != 1) {
            throw new ConflictException("matching.policy-line", rule.name(), String.valueOf(answers.size()));
        }
        Object kind = answers.getFirstResult().get(KIND);
        Object weight = answers.getFirstResult().get(WEIGHT);
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

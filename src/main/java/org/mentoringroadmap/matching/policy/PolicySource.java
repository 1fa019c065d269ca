package org.mentoringroadmap.matching.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.block.AskedTable;

/** Rules and weights as a programme goes by them. */
public interface PolicySource {
    /** The decision table in which it stands: asked for each rule, it answers the rule's kind and weight. */
    AskedTable TABLE = new AskedTable(
            "matching-policy",
            "rule",
            Stream.of(MatchingPolicy.Rule.values()).map(Enum::name).toList(),
            Map.of(
                    "kind",
                    Stream.of(MatchingPolicy.Kind.values())
                            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet())),
            Set.of("weight"));

    /**
     * The policy of a programme.
     *
     * @throws org.mentoringroadmap.shared.ConflictException {@code matching.policy-broken} with what is wrong; nothing is
     *     matched by a policy that nobody has chosen
     */
    MatchingPolicy of(Programme programme);
}

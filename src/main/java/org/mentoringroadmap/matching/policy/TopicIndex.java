package org.mentoringroadmap.matching.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the topics that are looked for and knows which of them a topic that is offered is about. Of thousands only those
 * are compared that have a word with the same beginning.
 */
final class TopicIndex {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<TopicWords> topics = new ArrayList<>();
    private final Map<String, BitSet> byBeginning = new HashMap<>();
    private final Map<String, BitSet> alike = new HashMap<>();

    /** Numbers of topics that are looked for; all of them are entered before the first is offered. */
    int[] wanted(List<TopicWords> some) {
        return some.stream().mapToInt(this::number).toArray();
    }

    private int number(TopicWords topic) {
        return numbers.computeIfAbsent(topic.key(), key -> {
            int number = topics.size();
            topics.add(topic);
            topic.beginnings()
                    .forEach(beginning -> byBeginning
                            .computeIfAbsent(beginning, text -> new BitSet())
                            .set(number));
            return number;
        });
    }

    /** Numbers of those that these are about. */
    BitSet offered(List<TopicWords> some) {
        BitSet all = new BitSet(topics.size());
        some.forEach(topic -> all.or(alike.computeIfAbsent(topic.key(), key -> alike(topic))));
        return all;
    }

    private BitSet alike(TopicWords offered) {
        BitSet found = new BitSet(topics.size());
        offered.beginnings().map(byBeginning::get).forEach(some -> {
            if (some != null) {
                found.or(some);
            }
        });
        for (int number = found.nextSetBit(0); number >= 0; number = found.nextSetBit(number + 1)) {
            if (!topics.get(number).isLike(offered)) {
                found.clear(number);
            }
        }
        if (numbers.containsKey(offered.key())) {
            found.set(numbers.get(offered.key()));
        }
        return found;
    }
}

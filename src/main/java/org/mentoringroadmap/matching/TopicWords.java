package org.mentoringroadmap.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.Topic;

/**
 * What somebody typed as a topic, as it is compared with what others typed: «помощь по математике» and «математика» are
 * about the same, «английский язык» and «немецкий язык» are not. Every word of the shorter one has to begin like a word
 * of the longer one; Russian endings differ, beginnings hardly do.
 *
 * @param key the whole, small letters
 * @param words its words without the shortest
 * @param wording as it is shown
 */
record TopicWords(String key, List<String> words, String wording) {
    private static final int SHORTEST_WORD = 4;
    private static final int LONGEST_ENDING = 3;

    static TopicWords of(Topic topic) {
        return new TopicWords(
                topic.topicKey(),
                Arrays.stream(topic.topicKey().split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> word.length() >= SHORTEST_WORD)
                        .toList(),
                topic.wording());
    }

    /** Beginnings of its words: what is alike has one of them or the same key. */
    Stream<String> beginnings() {
        return words.stream().map(word -> word.substring(0, SHORTEST_WORD)).distinct();
    }

    boolean isLike(TopicWords other) {
        if (key.equals(other.key)) {
            return true;
        }
        List<String> fewer = words.size() <= other.words.size() ? words : other.words;
        List<String> more = fewer == words ? other.words : words;
        return !fewer.isEmpty()
                && fewer.stream().allMatch(word -> more.stream().anyMatch(second -> beginAlike(word, second)));
    }

    private static boolean beginAlike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int needed = Math.max(SHORTEST_WORD, shorter - LONGEST_ENDING);
        return one.regionMatches(0, other, 0, Math.min(needed, shorter));
    }
}

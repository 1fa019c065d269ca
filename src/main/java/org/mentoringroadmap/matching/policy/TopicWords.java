package org.mentoringroadmap.matching.policy;

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
    private static final int MIN_WORD_LENGTH = 4;
    private static final int MAX_ENDING_LENGTH = 3;

    static TopicWords of(Topic topic) {
        return new TopicWords(
                topic.topicKey(),
                Arrays.stream(topic.topicKey().split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> word.length() >= MIN_WORD_LENGTH)
                        .toList(),
                topic.wording());
    }

    /** Beginnings of its words: what is alike has one of them or the same key. */
    Stream<String> beginnings() {
        return words.stream().map(word -> word.substring(0, MIN_WORD_LENGTH)).distinct();
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
        int needed = Math.max(MIN_WORD_LENGTH, shorter - MAX_ENDING_LENGTH);
        return one.regionMatches(0, other, 0, Math.min(needed, shorter));
    }
}

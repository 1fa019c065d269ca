package org.mentoringroadmap.participant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.mentoringroadmap.shared.UserInputException;

/**
 * One thing that somebody asks for, can give or likes, in the words of the person.
 *
 * @param topicKey what is compared: small letters, single spaces
 * @param wording what is shown
 */
@Embeddable
public record Topic(@Enumerated(EnumType.STRING) TopicKind kind, String topicKey, String wording) {
    private static final int LONGEST = 200;

    /**
     * A topic as somebody has typed it.
     *
     * @throws UserInputException {@code topic.length}
     */
    public static Topic of(TopicKind kind, String wording) {
        String shown = wording.strip().replaceAll("\\s+", " ");
        String key = NameKey.of(shown);
        if (key.isEmpty() || shown.length() > LONGEST) {
            throw new UserInputException("topic.length", String.valueOf(LONGEST));
        }
        return new Topic(kind, key, shown);
    }
}

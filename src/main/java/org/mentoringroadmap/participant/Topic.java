package org.mentoringroadmap.participant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.shared.UserInputException;

/**
 * One thing that somebody asks for, can give or likes, in the words of the person.
 *
 * @param topicKey what is compared: small letters, single spaces
 * @param wording what is shown
 */
@Embeddable
public record Topic(@Enumerated(EnumType.STRING) TopicKind kind, String topicKey, String wording) {
    private static final int MAX_LENGTH = 200;
    private static final Pattern BETWEEN = Pattern.compile("[,;\\n]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /**
     * A topic as somebody has typed it.
     *
     * @throws UserInputException {@code topic.length}
     */
    public static Topic of(TopicKind kind, String wording) {
        String shown = SPACES.matcher(wording.strip()).replaceAll(" ");
        String key = NameKey.of(shown);
        if (key.isEmpty() || shown.length() > MAX_LENGTH) {
            throw new UserInputException("topic.length", String.valueOf(MAX_LENGTH));
        }
        return new Topic(kind, key, shown);
    }

    /**
     * Topics as somebody has typed them one after the other, with commas, semicolons or lines between them; each once.
     *
     * @param text may be null or blank, which is no topic
     * @throws UserInputException {@code topic.length}
     */
    public static List<Topic> list(TopicKind kind, String text) {
        return Stream.of(text == null ? new String[0] : BETWEEN.split(text))
                .filter(wording -> !wording.isBlank())
                .map(wording -> of(kind, wording))
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(Topic::topicKey, topic -> topic, (one, same) -> one, LinkedHashMap::new),
                        byKey -> List.copyOf(byKey.values())));
    }
}

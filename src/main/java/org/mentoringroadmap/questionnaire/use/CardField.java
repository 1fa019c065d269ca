package org.mentoringroadmap.questionnaire.use;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.DataField;
import org.mentoringroadmap.participant.HoursText;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.UserInputException;

/**
 * A field of the card that an answer can be about. What somebody likes, asks for or can give is added to what is known, and
 * so is what is written in sentences; what there is one of is replaced. {@code card-field.<NAME>} is the key of the title.
 */
public enum CardField {
    REQUESTS(DataField.REQUESTS),
    COMPETENCES(DataField.COMPETENCES),
    INTERESTS(DataField.INTERESTS),
    DIFFICULTIES(DataField.DIFFICULTIES),
    ACHIEVEMENTS(DataField.ACHIEVEMENTS),
    FORMS(DataField.FORMS),
    HOURS(DataField.HOURS),
    CAPACITY(DataField.CAPACITY);

    private static final String BETWEEN = ", ";

    private final DataField field;

    CardField(DataField field) {
        this.field = field;
    }

    /** The field that the property {@code register} of a question names; empty for another word. */
    public static Optional<CardField> find(String register) {
        return Arrays.stream(values()).filter(one -> one.id().equals(register)).findFirst();
    }

    /** How a form names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a consent calls it. */
    public DataField data() {
        return field;
    }

    /**
     * The card with what somebody has answered.
     *
     * @param said what stands for the answers in the card, not empty
     * @throws UserInputException for what the card does not take
     */
    public ParticipantDetails with(ParticipantDetails known, List<String> said) {
        return switch (this) {
            case REQUESTS -> topics(known, TopicKind.REQUEST, said);
            case COMPETENCES -> topics(known, TopicKind.COMPETENCE, said);
            case INTERESTS -> topics(known, TopicKind.INTEREST, said);
            case DIFFICULTIES ->
                known.copy().difficulties(added(known.difficulties(), said)).done();
            case ACHIEVEMENTS ->
                known.copy().achievements(added(known.achievements(), said)).done();
            case FORMS -> known.copy().forms(forms(known.forms(), said)).done();
            case HOURS ->
                known.copy().hours(HoursText.parse(String.join(BETWEEN, said))).done();
            case CAPACITY ->
                known.copy()
                        .capacity(Integer.parseInt(said.get(said.size() - 1)))
                        .done();
        };
    }

    private static ParticipantDetails topics(ParticipantDetails known, TopicKind kind, List<String> said) {
        List<Topic> topics = new ArrayList<>(known.topics());
        Set<String> present = known.topics().stream()
                .filter(topic -> topic.kind() == kind)
                .map(Topic::topicKey)
                .collect(Collectors.toCollection(HashSet::new));
        said.stream()
                .flatMap(words -> Topic.list(kind, words).stream())
                .filter(topic -> present.add(topic.topicKey()))
                .forEach(topics::add);
        return known.copy().topics(topics).done();
    }

    private static String added(String known, List<String> said) {
        return Stream.concat(
                        Stream.ofNullable(known),
                        said.stream().filter(words -> known == null || !known.contains(words)))
                .collect(Collectors.joining("\n"));
    }

    private static Set<MentoringForm> forms(Collection<MentoringForm> known, List<String> said) {
        Set<MentoringForm> forms = new HashSet<>(known);
        said.forEach(id -> forms.add(MentoringForm.parse(id)));
        return forms;
    }

    /** What stands in the card: words as people read them; of forms the keys of their titles. Empty for nothing. */
    List<String> words(ParticipantDetails details) {
        return switch (this) {
            case REQUESTS -> known(details.wordings(TopicKind.REQUEST));
            case COMPETENCES -> known(details.wordings(TopicKind.COMPETENCE));
            case INTERESTS -> known(details.wordings(TopicKind.INTEREST));
            case DIFFICULTIES -> known(details.difficulties());
            case ACHIEVEMENTS -> known(details.achievements());
            case FORMS ->
                details.forms().stream()
                        .sorted()
                        .map(form -> "mentoring-form." + form.id())
                        .toList();
            case HOURS -> known(HoursText.format(details.hours()));
            case CAPACITY -> List.of(String.valueOf(details.capacity()));
        };
    }

    private static List<String> known(String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text);
    }
}

package org.mentoringroadmap.questionnaire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have answered, counted and in their own words, without names. Of fewer than five nothing is shown to who may
 * not read the answers themselves, and no class is told apart of which, or beside which, fewer have answered. Who has asked for
 * help is told to the one whom the school names, and not even counted here.
 */
@Service
@Transactional(readOnly = true)
public class Results {
    /** So many answers hide a single one. */
    public static final int MIN_GROUP = 5;

    /**
     * How often something was chosen.
     *
     * @param percent of those who have answered the question
     */
    public record Bar(String label, int count, int percent) {}

    /**
     * The answers to a question.
     *
     * @param answered how many have answered it
     * @param bars what was chosen; empty for a question of another kind
     * @param mean of a scale or of numbers; empty where there is none
     * @param best highest point of a scale; 0 for what has none
     * @param reversed whether the highest point of the scale is the worst
     * @param before mean of the same people before the programme; empty where too few are known
     * @param words answers in people's own words, in no order that tells whose they are
     */
    public record Answered(
            Item.Question question,
            int answered,
            List<Bar> bars,
            OptionalDouble mean,
            int best,
            boolean reversed,
            OptionalDouble before,
            List<String> words) {}

    /**
     * The answers to a questionnaire.
     *
     * @param asked how many were asked
     * @param answered how many have answered
     * @param questions nothing where there are too few answers to show them
     */
    public record Sheet(Questionnaire questionnaire, int asked, int answered, List<Answered> questions) {
        /** Whether there are answers, but too few to show them. */
        public boolean tooFew() {
            return answered > 0 && questions.isEmpty();
        }
    }

    private final CampaignStore store;
    private final QuestionnaireEditions editions;
    private final ParticipantDirectory directory;
    private final QuestionnaireAccess access;

    Results(
            CampaignStore store,
            QuestionnaireEditions editions,
            ParticipantDirectory directory,
            QuestionnaireAccess access) {
        this.store = store;
        this.editions = editions;
        this.directory = directory;
        this.access = access;
    }

    /** Classes of which enough have answered a questionnaire of a campaign to be told apart. */
    public Set<Long> classes(Long programmeId, Long campaignId) {
        access.toReadResults(programmeId);
        List<Invitation> all = invitations(programmeId, campaignId);
        Map<Long, Participant> people = people(all);
        return byEdition(all).values().stream()
                .flatMap(asked -> told(asked, people).stream())
                .collect(Collectors.toSet());
    }

    /**
     * What was answered in a campaign, by questionnaire.
     *
     * @param classId one of {@link #classes}; null for everybody
     * @throws NotFoundException {@code programme.unknown}, {@code questionnaire.campaign-unknown}, {@code class.unknown} for
     *     one of which too few have answered
     * @throws ForbiddenException {@code role.required}
     */
    public List<Sheet> of(Long programmeId, Long campaignId, Long classId) {
        Programme programme = access.toReadResults(programmeId);
        List<Invitation> all = invitations(programmeId, campaignId);
        Map<Long, Participant> people = people(all);
        Map<Long, List<Invitation>> byEdition = byEdition(all);
        if (classId != null) {
            byEdition.values().removeIf(asked -> !told(asked, people).contains(classId));
            if (byEdition.isEmpty()) {
                throw new NotFoundException("class.unknown");
            }
        }
        return byEdition.entrySet().stream()
                .map(edition -> sheet(
                        programme,
                        editions.get(edition.getKey()).questionnaire(),
                        edition.getValue().stream()
                                .filter(one -> classId == null
                                        || people.get(one.participantId())
                                                .classId()
                                                .filter(classId::equals)
                                                .isPresent())
                                .toList()))
                .toList();
    }

    /**
     * Classes that may be told apart of those who were asked by a questionnaire: enough of each have answered, and so many
     * others besides that nobody finds them by taking the classes away from the whole.
     */
    private static Set<Long> told(List<Invitation> asked, Map<Long, Participant> people) {
        List<Invitation> answered =
                asked.stream().filter(Invitation::isAnswered).toList();
        Map<Long, Long> told = answered.stream()
                .flatMap(one -> people.get(one.participantId()).classId().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        told.values().removeIf(count -> count < MIN_GROUP);
        long others = answered.size()
                - told.values().stream().mapToLong(Long::longValue).sum();
        while (others > 0 && others < MIN_GROUP && !told.isEmpty()) {
            Long least = Collections.min(told.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            others += told.remove(least);
        }
        return told.keySet();
    }

    private static Map<Long, List<Invitation>> byEdition(List<Invitation> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Invitation::editionId, LinkedHashMap::new, Collectors.toList()));
    }

    private List<Invitation> invitations(Long programmeId, Long campaignId) {
        return store.campaign(campaignId)
                .filter(campaign -> campaign.programmeId().equals(programmeId))
                .map(campaign -> store.invitations(campaign.id()))
                .orElseThrow(() -> new NotFoundException("questionnaire.campaign-unknown"));
    }

    private Map<Long, Participant> people(List<Invitation> invitations) {
        return directory.of(invitations.stream().map(Invitation::participantId).toList()).stream()
                .collect(Collectors.toMap(Participant::id, Function.identity()));
    }

    private Sheet sheet(Programme programme, Questionnaire questionnaire, List<Invitation> asked) {
        List<Invitation> answered =
                asked.stream().filter(Invitation::isAnswered).toList();
        boolean shown = answered.size() >= MIN_GROUP || access.mayReadAnswers() && !answered.isEmpty();
        Map<Long, Map<String, List<String>>> answers =
                shown ? store.answersOf(answered.stream().map(Invitation::id).toList()) : Map.of();
        Map<Long, Map<String, List<String>>> byPerson = new LinkedHashMap<>();
        answered.forEach(one -> byPerson.put(one.participantId(), answers.getOrDefault(one.id(), Map.of())));
        List<Answered> questions = shown
                ? questionnaire.questions(use -> !use.asksForHelp()).stream()
                        .map(question -> answered(programme, question, byPerson))
                        .toList()
                : List.of();
        return new Sheet(questionnaire, asked.size(), answered.size(), questions);
    }

    private Answered answered(
            Programme programme, Item.Question question, Map<Long, Map<String, List<String>>> byPerson) {
        Map<Long, List<String>> given = new LinkedHashMap<>();
        byPerson.forEach((person, answers) -> {
            if (answers.containsKey(question.key())) {
                given.put(person, answers.get(question.key()));
            }
        });
        if (question instanceof Item.Scale scale) {
            return new Answered(
                    question,
                    given.size(),
                    bars(scale.points(), given),
                    mean(given),
                    Integer.parseInt(
                            scale.points().get(scale.points().size() - 1).value()),
                    scale.reversed(),
                    before(programme, scale, given.keySet()),
                    List.of());
        }
        List<Bar> bars = question instanceof Item.Choice choice ? bars(choice.options(), given) : List.of();
        List<String> words = question instanceof Item.Open ? words(given) : List.of();
        OptionalDouble mean = question instanceof Item.Figure ? mean(given) : OptionalDouble.empty();
        return new Answered(question, given.size(), bars, mean, 0, false, OptionalDouble.empty(), words);
    }

    private static List<Bar> bars(List<Item.Option> options, Map<Long, List<String>> given) {
        return options.stream()
                .map(option -> {
                    int count = (int) given.values().stream()
                            .filter(values -> values.contains(option.value()))
                            .count();
                    return new Bar(
                            option.label(), count, given.isEmpty() ? 0 : Math.round(count * 100f / given.size()));
                })
                .toList();
    }

    private static OptionalDouble mean(Map<Long, List<String>> given) {
        return given.values().stream()
                .map(values -> values.get(0))
                .filter(value -> value.matches("-?\\d{1,9}"))
                .mapToDouble(Double::parseDouble)
                .average();
    }

    /** The order of what people have sent, or of their names, would tell whose words they are. */
    private static List<String> words(Map<Long, List<String>> given) {
        List<String> words = new ArrayList<>(
                given.values().stream().map(values -> values.get(0)).toList());
        Collections.sort(words);
        return words;
    }

    /** What the same people had answered before the programme; of fewer than five nothing is told. */
    private OptionalDouble before(Programme programme, Item.Scale scale, Set<Long> people) {
        String[] parts = scale.comparesWith().split("\\.", 2);
        if (parts.length < 2) {
            return OptionalDouble.empty();
        }
        List<Invitation> earlier = store.answers(programme.id(), parts[0]);
        Map<Long, Map<String, List<String>>> answers =
                store.answersOf(earlier.stream().map(Invitation::id).toList());
        Map<Long, List<String>> given = new LinkedHashMap<>();
        earlier.stream()
                .filter(one -> people.contains(one.participantId()))
                .forEach(one -> Optional.ofNullable(
                                answers.getOrDefault(one.id(), Map.of()).get(parts[1]))
                        .ifPresent(values -> given.put(one.participantId(), values)));
        return given.size() < MIN_GROUP ? OptionalDouble.empty() : mean(given);
    }
}

package org.mentoringroadmap.matching.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.mentoringroadmap.matching.PairKey;
import org.mentoringroadmap.matching.Weakness;
import org.mentoringroadmap.matching.policy.MatchingPolicy.Rule;
import org.mentoringroadmap.matching.preference.PreferenceAnswer;
import org.mentoringroadmap.matching.preference.Preferences;
import org.mentoringroadmap.participant.Hour;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.programme.MentoringForm;

/**
 * How well two people fit by each rule: 1 when they do, 0 when they do not, in between in part. What is not known is worth
 * {@link #UNKNOWN}: less than a fit, more than a misfit, and never forbids. Mentees and mentors are named by their places
 * in the inputs, from 0, so that millions of pairs are compared without looking anything up.
 */
public final class ScoringRules {
    /** Worth of what nobody has entered. */
    static final double UNKNOWN = Weakness.UNKNOWN;

    /** Stands for no form. */
    static final int NO_FORM = -1;

    /** A number that nobody has. */
    private static final int NOBODY = -2;

    private static final double GOOD_HOUR = 60;
    private static final MentoringForm[] FORMS = MentoringForm.values();
    private static final int ALL_MODELS = (1 << RoleModel.values().length) - 1;
    private static final int EQUALS = 1 << RoleModel.EQUAL_EQUAL.ordinal();

    private final Inputs inputs;
    private final Map<Long, Integer> menteeNumbers;
    private final Map<Long, Integer> mentorNumbers;
    private final Traits[] mentees;
    private final Traits[] mentors;
    private final PairTable samePerson;
    private final PairTable vetoes;
    private final PairTable refusals;
    private final PairTable advice;
    private final PairTable finished;
    private final PairTable parted;
    private final PairTable acquainted;

    /** By form and mask of agreed role models: whether the school has a programme card for such a pair. */
    private final boolean[][] cards;

    ScoringRules(Inputs inputs) {
        this.inputs = inputs;
        menteeNumbers = numbers(inputs.mentees());
        mentorNumbers = numbers(inputs.mentors());
        TopicIndex requests = new TopicIndex();
        TopicIndex interests = new TopicIndex();
        mentees = inputs.mentees().stream()
                .map(side -> mentee(side, requests, interests))
                .toArray(Traits[]::new);
        mentors = inputs.mentors().stream()
                .map(side -> mentor(side, requests, interests))
                .toArray(Traits[]::new);
        acquainted = new PairTable(mentees.length);
        vetoes = table(inputs.vetoes());
        advice = table(inputs.basis().advice());
        samePerson = new PairTable(mentees.length);
        refusals = new PairTable(mentees.length);
        finished = new PairTable(mentees.length);
        parted = new PairTable(mentees.length);
        markKnown();
        markSaid();
        cards = cards(inputs.basis().cards());
    }

    private static Map<Long, Integer> numbers(List<Candidate> sides) {
        Map<Long, Integer> numbers = new HashMap<>();
        sides.forEach(side -> numbers.put(side.id(), numbers.size()));
        return numbers;
    }

    private Traits mentee(Candidate side, TopicIndex requests, TopicIndex interests) {
        PreferenceAnswer said = inputs.saidBy(side);
        return new Traits(
                forms(PossibleForms.ofMentee(side)),
                Traits.mask(side.details().roleModels()),
                false,
                side.grade().orElse(Traits.UNKNOWN),
                side.age().orElse(Traits.UNKNOWN),
                0,
                0,
                Traits.minutes(side.hours()),
                requests.wanted(requests(side)),
                interests.wanted(interests(side)),
                null,
                null,
                interests(side).size(),
                said.answered(),
                ranked(said, mentorNumbers));
    }

    private Traits mentor(Candidate side, TopicIndex requests, TopicIndex interests) {
        PreferenceAnswer said = inputs.saidBy(side);
        List<TopicWords> competence = side.topics().get(TopicKind.COMPETENCE);
        Integer from = side.details().ageFrom();
        Integer to = side.details().ageTo();
        return new Traits(
                forms(PossibleForms.ofMentor(side)),
                Traits.mask(side.details().roleModels()),
                side.trained(),
                side.grade().orElse(Traits.UNKNOWN),
                Traits.UNKNOWN,
                from == null ? Integer.MIN_VALUE : from,
                to == null ? Integer.MAX_VALUE : to,
                Traits.minutes(side.hours()),
                null,
                null,
                competence.isEmpty() ? null : requests.offered(competence),
                interests(side).isEmpty() ? null : interests.offered(interests(side)),
                interests(side).size(),
                said.answered(),
                ranked(said, menteeNumbers));
    }

    private int forms(Set<MentoringForm> possible) {
        Set<MentoringForm> wanted = inputs.request().forms();
        if (!wanted.isEmpty()) {
            possible.retainAll(wanted);
        }
        return Traits.mask(possible);
    }

    private static int[] ranked(PreferenceAnswer said, Map<Long, Integer> numbers) {
        ToIntFunction<Long> number = id -> numbers.getOrDefault(id, Traits.UNKNOWN);
        return said.ranked().stream().mapToInt(number).toArray();
    }

    private PairTable table(Iterable<PairKey> pairs) {
        PairTable table = new PairTable(mentees.length);
        pairs.forEach(pair -> mark(table, menteeNumbers.get(pair.mentee()), mentorNumbers.get(pair.mentor())));
        return table;
    }

    private void mark(PairTable table, Integer mentee, Integer mentor) {
        if (mentee != null && mentor != null) {
            table.mark(mentee, mentor);
            acquainted.mark(mentee, mentor);
        }
    }

    /** Who is who, and who has worked with whom. */
    private void markKnown() {
        Map<Long, Integer> menteePersons = persons(inputs.mentees());
        Map<Long, Integer> mentorPersons = persons(inputs.mentors());
        menteePersons.forEach((person, mentee) -> mark(samePerson, mentee, mentorPersons.get(person)));
        inputs.basis()
                .earlier()
                .forEach((pair, toTheEnd) -> mark(
                        toTheEnd ? finished : parted,
                        menteePersons.get(pair.mentee()),
                        mentorPersons.get(pair.mentor())));
    }

    private static Map<Long, Integer> persons(List<Candidate> sides) {
        Map<Long, Integer> numbers = new HashMap<>();
        sides.forEach(side -> numbers.put(side.personId(), numbers.size()));
        return numbers;
    }

    private void markSaid() {
        inputs.basis().said().forEach((from, entered) -> {
            entered.refused().forEach(to -> markBothWays(refusals, from, to));
            entered.ranked().forEach(to -> markBothWays(acquainted, from, to));
        });
    }

    /** Whichever of the two is the mentee. */
    private void markBothWays(PairTable table, Long one, Long other) {
        mark(table, menteeNumbers.get(one), mentorNumbers.get(other));
        mark(table, menteeNumbers.get(other), mentorNumbers.get(one));
    }

    private static boolean[][] cards(List<Basis.Card> cards) {
        boolean[][] fits = new boolean[FORMS.length][ALL_MODELS + 1];
        for (Basis.Card card : cards) {
            boolean[] fitting = fits[card.form().ordinal()];
            for (int models = 0; models < fitting.length; models++) {
                fitting[models] |= card.roleModel() == null
                        || models == 0
                        || (models & 1 << card.roleModel().ordinal()) != 0;
            }
        }
        return fits;
    }

    /** Place of the mentee among the inputs; empty for who does not wait for a mentor. */
    public Optional<Integer> mentee(Long id) {
        return Optional.ofNullable(menteeNumbers.get(id));
    }

    /** Place of the mentor; empty for who may not be proposed. */
    public Optional<Integer> mentor(Long id) {
        return Optional.ofNullable(mentorNumbers.get(id));
    }

    /** The form in which they would be a pair within the scope of the run; empty for none. */
    Optional<MentoringForm> form(int mentee, int mentor) {
        int form = formNumber(mentee, mentor);
        return form == NO_FORM ? Optional.empty() : Optional.of(FORMS[form]);
    }

    /** The same as ordinal, or {@link #NO_FORM}. */
    int formNumber(int mentee, int mentor) {
        int both = mentees[mentee].forms() & mentors[mentor].forms();
        return both == 0 ? NO_FORM : Integer.numberOfTrailingZeros(both);
    }

    boolean samePerson(int mentee, int mentor) {
        return samePerson.has(mentee, mentor);
    }

    boolean vetoed(int mentee, int mentor) {
        return vetoes.has(mentee, mentor);
    }

    /** Whether one of them does not want the other. */
    boolean refused(int mentee, int mentor) {
        return refusals.has(mentee, mentor);
    }

    int mentors() {
        return mentors.length;
    }

    Traits mentor(int mentor) {
        return mentors[mentor];
    }

    /** Those with whom the mentee has to do: somebody has decided or said something about just these two. */
    void acquaintances(int mentee, IntConsumer mentor) {
        acquainted.forEach(mentee, mentor);
    }

    /** @param form as {@link #formNumber} says it */
    double value(Rule rule, int mentee, int mentor, int form) {
        return switch (rule) {
            case PREFERENCES -> (menteesWish(mentee, mentor) + mentorsWish(mentee, mentor)) / 2;
            case ADVICE -> advice.has(mentee, mentor) ? 1 : 0;
            case EARLIER_PAIR -> finished.has(mentee, mentor) ? 1 : parted.has(mentee, mentor) ? 0 : UNKNOWN;
            default -> ofStrangers(rule, mentees[mentee], mentors[mentor], form);
        };
    }

    /** The same where the two have nothing to do with each other, whatever these two have. */
    double ofStrangers(Rule rule, int mentee, int mentor) {
        return ofStrangers(rule, mentees[mentee], mentors[mentor], formNumber(mentee, mentor));
    }

    private double ofStrangers(Rule rule, Traits mentee, Traits mentor, int form) {
        return switch (rule) {
            case FORM -> form == NO_FORM ? 0 : 1;
            case ROLE_MODEL -> roleModel(mentee, mentor, form);
            case TRAINED -> mentor.trained() ? 1 : 0;
            case COMMON_HOUR -> hoursUnknown(mentee, mentor) || mentee.commonMinutes(mentor) > 0 ? 1 : 0;
            case CLASS_ABOVE -> classAbove(mentee, mentor, form);
            case REQUESTS -> requests(mentee, mentor);
            case INTERESTS -> interests(mentee, mentor);
            case HOURS ->
                hoursUnknown(mentee, mentor) ? UNKNOWN : Math.min(1, mentee.commonMinutes(mentor) / GOOD_HOUR);
            case AGE -> age(mentee, mentor);
            case PROGRAMME_CARD -> card(mentee, mentor, form);
            case PREFERENCES -> (wish(mentee, NOBODY) + wish(mentor, NOBODY)) / 2;
            case ADVICE -> 0;
            case EARLIER_PAIR -> UNKNOWN;
        };
    }

    /** How dear the mentor is to the mentee: 1 for the first named, 0 for one not named. */
    double menteesWish(int mentee, int mentor) {
        return wish(mentees[mentee], mentor);
    }

    /** How dear the mentee is to the mentor. */
    double mentorsWish(int mentee, int mentor) {
        return wish(mentors[mentor], mentee);
    }

    private static double wish(Traits from, int to) {
        if (!from.answered()) {
            return UNKNOWN;
        }
        int place = from.place(to);
        return place == Traits.UNKNOWN ? 0 : 1 - (double) place / Preferences.MAX_COUNT;
    }

    private static double requests(Traits mentee, Traits mentor) {
        int asked = mentee.requests().length;
        return asked == 0 || mentor.competence() == null
                ? UNKNOWN
                : (double) Traits.count(mentee.requests(), mentor.competence()) / asked;
    }

    private static double interests(Traits mentee, Traits mentor) {
        if (mentee.interestCount() == 0 || mentor.liked() == null) {
            return UNKNOWN;
        }
        double shared = Traits.count(mentee.interests(), mentor.liked());
        return Math.min(1, shared / Math.min(mentee.interestCount(), mentor.interestCount()));
    }

    /** Role models are of «ученик – ученик» only. */
    private static double roleModel(Traits mentee, Traits mentor, int form) {
        if (form != MentoringForm.PUPIL_PUPIL.ordinal()) {
            return 1;
        }
        if (mentee.models() == 0 || mentor.models() == 0) {
            return UNKNOWN;
        }
        return (mentee.models() & mentor.models()) == 0 ? 0 : 1;
    }

    /** Mask of the role models that both accept; 0 where neither has said anything, too. */
    private static int agreed(Traits mentee, Traits mentor) {
        return mentee.models() == 0
                ? mentor.models()
                : mentor.models() == 0 ? mentee.models() : mentee.models() & mentor.models();
    }

    /** Pupils only, and not among equals (methodology: the mentee is of a lower stage). */
    private static double classAbove(Traits mentee, Traits mentor, int form) {
        return form != MentoringForm.PUPIL_PUPIL.ordinal()
                        || (agreed(mentee, mentor) & EQUALS) != 0
                        || mentee.grade() == Traits.UNKNOWN
                        || mentor.grade() == Traits.UNKNOWN
                        || mentor.grade() > mentee.grade()
                ? 1
                : 0;
    }

    private static double age(Traits mentee, Traits mentor) {
        if (mentor.ageFrom() == Integer.MIN_VALUE && mentor.ageTo() == Integer.MAX_VALUE) {
            return 1;
        }
        if (mentee.age() == Traits.UNKNOWN) {
            return UNKNOWN;
        }
        return mentee.age() >= mentor.ageFrom() && mentee.age() <= mentor.ageTo() ? 1 : 0;
    }

    private double card(Traits mentee, Traits mentor, int form) {
        if (inputs.basis().cards().isEmpty()) {
            return UNKNOWN;
        }
        return form != NO_FORM && cards[form][agreed(mentee, mentor)] ? 1 : 0;
    }

    private static boolean hoursUnknown(Traits mentee, Traits mentor) {
        return mentee.hours().length == 0 || mentor.hours().length == 0;
    }

    /** Whether one has named the other. */
    boolean named(Candidate from, Candidate to) {
        return inputs.saidBy(from).ranked().contains(to.id());
    }

    /** Whether they have worked together, and then whether to the end. */
    public Optional<Boolean> earlier(Candidate mentee, Candidate mentor) {
        return Optional.ofNullable(inputs.basis().earlier().get(new PairKey(mentee.personId(), mentor.personId())));
    }

    /** What the first asks for or likes that the second has too; the first one's words. */
    static List<String> shared(List<TopicWords> one, List<TopicWords> other) {
        List<String> shared = new ArrayList<>();
        for (TopicWords topic : one) {
            if (other.stream().anyMatch(topic::isLike)) {
                shared.add(topic.wording());
            }
        }
        return shared;
    }

    static List<TopicWords> requests(Candidate mentee) {
        return mentee.topics().get(TopicKind.REQUEST);
    }

    static List<TopicWords> interests(Candidate side) {
        return side.topics().get(TopicKind.INTEREST);
    }

    /** The longest time of the week at which both can; empty for none. */
    static Optional<Hour> commonHour(Candidate mentee, Candidate mentor) {
        return mentee.hours().stream()
                .flatMap(one -> mentor.hours().stream()
                        .filter(one::overlaps)
                        .map(other -> new Hour(
                                one.dayOfWeek(),
                                Math.max(one.fromMinute(), other.fromMinute()),
                                Math.min(one.toMinute(), other.toMinute()))))
                .max(Comparator.<Hour>comparingInt(hour -> hour.toMinute() - hour.fromMinute())
                        .thenComparing(Comparator.reverseOrder()));
    }
}

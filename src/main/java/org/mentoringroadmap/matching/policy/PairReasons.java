package org.mentoringroadmap.matching.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.matching.Reason;
import org.mentoringroadmap.matching.policy.MatchingPolicy.Rule;
import org.mentoringroadmap.matching.policy.PairRules.PairScore;
import org.mentoringroadmap.participant.Hour;
import org.mentoringroadmap.participant.TopicKind;

/** Says why two people fit together: what adds most to their score comes first, the form they have in common last. */
public final class PairReasons {
    private static final int TOPICS = 5;
    private static final int HOUR = 60;

    private final PairRules rules;

    public PairReasons(PairRules rules) {
        this.rules = rules;
    }

    /** The reasons for a pair, the weightiest first. */
    public List<Reason> of(Candidate mentee, Candidate mentor, PairScore judgement, boolean locked) {
        List<Reason> reasons = new ArrayList<>();
        if (locked) {
            reasons.add(Reason.of("LOCKED"));
        }
        Map<String, Reason> found = new LinkedHashMap<>();
        judgement.parts().entrySet().stream()
                .filter(part -> part.getValue() > 0 && judgement.values().get(part.getKey()) > ScoringRules.UNKNOWN)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(part -> reason(part.getKey(), mentee, mentor)
                        .forEach(reason -> found.putIfAbsent(reason.code(), reason)));
        reasons.addAll(found.values());
        rules.criteria()
                .earlier(mentee, mentor)
                .filter(finished -> !finished)
                .ifPresent(parted -> reasons.add(Reason.of("EARLIER_PARTED")));
        judgement.form().ifPresent(form -> reasons.add(Reason.of("FORM", "@mentoring-form." + form.id())));
        return reasons;
    }

    private List<Reason> reason(Rule rule, Candidate mentee, Candidate mentor) {
        return switch (rule) {
            case REQUESTS ->
                List.of(Reason.of(
                        "REQUESTS",
                        topics(ScoringRules.shared(
                                ScoringRules.requests(mentee), mentor.topics().get(TopicKind.COMPETENCE)))));
            case INTERESTS ->
                List.of(Reason.of(
                        "INTERESTS",
                        topics(ScoringRules.shared(ScoringRules.interests(mentee), ScoringRules.interests(mentor)))));
            case HOURS, COMMON_HOUR ->
                ScoringRules.commonHour(mentee, mentor).map(PairReasons::hour).stream()
                        .toList();
            case CLASS_ABOVE -> classAbove(mentee, mentor);
            case AGE ->
                mentor.details().ageFrom() == null && mentor.details().ageTo() == null
                        ? List.of()
                        : List.of(Reason.of("AGE"));
            case ROLE_MODEL ->
                mentee.details().roleModels().isEmpty()
                                || mentor.details().roleModels().isEmpty()
                        ? List.of()
                        : List.of(Reason.of("ROLE_MODEL"));
            case PREFERENCES -> List.of(preferences(mentee, mentor));
            case TRAINED, PROGRAMME_CARD, ADVICE, EARLIER_PAIR -> List.of(Reason.of(rule.name()));
            case FORM -> List.of();
        };
    }

    private static String topics(List<String> wordings) {
        return String.join(", ", wordings.subList(0, Math.min(TOPICS, wordings.size())));
    }

    private static Reason hour(Hour hour) {
        return Reason.of("HOUR", "@matching.day." + hour.dayOfWeek(), time(hour.fromMinute()), time(hour.toMinute()));
    }

    private static String time(int minute) {
        int rest = minute % HOUR;
        return minute / HOUR + (rest < 10 ? ":0" : ":") + rest;
    }

    private static List<Reason> classAbove(Candidate mentee, Candidate mentor) {
        if (mentee.grade().isEmpty() || mentor.grade().isEmpty()) {
            return List.of();
        }
        int above = mentor.grade().get() - mentee.grade().get();
        return above > 0 ? List.of(Reason.of("CLASS_ABOVE", above)) : List.of();
    }

    private Reason preferences(Candidate mentee, Candidate mentor) {
        boolean menteeNamed = named(mentee, mentor);
        boolean mentorNamed = named(mentor, mentee);
        if (menteeNamed && mentorNamed) {
            return Reason.of("PREFERENCES_BOTH");
        }
        return Reason.of(menteeNamed ? "PREFERENCES_MENTEE" : "PREFERENCES_MENTOR");
    }

    private boolean named(Candidate from, Candidate to) {
        return rules.criteria().named(from, to);
    }
}

package org.mentoringroadmap.mentorship;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.ActingPerson;
import org.mentoringroadmap.search.Found;
import org.mentoringroadmap.search.SearchSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pairs and groups of the programmes that run, by their code or by somebody in them; of a mentor who may not see all, the own
 * ones.
 */
@Component
class PairsFound implements SearchSource {
    /** A school runs one or two; an administrator sees those of all schools. */
    private static final int MAX_PROGRAMMES = 10;

    private final Mentorships mentorships;
    private final MemberDirectory members;
    private final Programmes programmes;
    private final MentorshipAccess access;
    private final MentorshipCodes codes;
    private final ActingPerson person;

    PairsFound(
            Mentorships mentorships,
            MemberDirectory members,
            Programmes programmes,
            MentorshipAccess access,
            MentorshipCodes codes,
            ActingPerson person) {
        this.mentorships = mentorships;
        this.members = members;
        this.programmes = programmes;
        this.access = access;
        this.codes = codes;
        this.person = person;
    }

    @Override
    public Kind kind() {
        return Kind.PAIRS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Found> find(String text, int limit) {
        if (!access.mayRead()) {
            return own(text.toLowerCase(Locale.ROOT)).limit(limit).toList();
        }
        MentorshipFilter filter = new MentorshipFilter(text, Optional.empty(), Optional.empty());
        return programmes.inFront().stream()
                .filter(programme -> programme.state() == Programme.State.RUNNING)
                .limit(MAX_PROGRAMMES)
                .flatMap(programme -> of(
                        programme, mentorships.find(programme.id(), filter, 0).getContent()))
                .limit(limit)
                .toList();
    }

    private Stream<Found> own(String text) {
        return person.find().stream()
                .flatMap(me -> found(me.schoolId(), mentorships.ofMentor(me.id()), pair -> "/mentoring"))
                .filter(pair -> (pair.title() + " " + pair.detail())
                        .toLowerCase(Locale.ROOT)
                        .contains(text));
    }

    private Stream<Found> of(Programme programme, List<Mentorship> pairs) {
        return found(programme.schoolId(), pairs, pair -> "/programmes/" + programme.id() + "/pairs/" + pair.id());
    }

    private Stream<Found> found(String schoolId, List<Mentorship> pairs, Function<Mentorship, String> path) {
        Map<Long, Members> teams =
                members.of(schoolId, pairs.stream().map(Mentorship::id).toList());
        return pairs.stream()
                .map(pair -> new Found(
                        codes.title(pair),
                        teams.getOrDefault(pair.id(), Members.NOBODY).all().stream()
                                .map(Members.NamedMember::shortNameAndClass)
                                .collect(Collectors.joining(", ")),
                        path.apply(pair)));
    }
}

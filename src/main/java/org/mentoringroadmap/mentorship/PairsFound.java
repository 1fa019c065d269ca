package org.mentoringroadmap.mentorship;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.search.Found;
import org.mentoringroadmap.search.SearchSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pairs and groups of the programmes that run, by their code or by somebody in them. */
@Component
class PairsFound implements SearchSource {
    /** A school runs one or two; an administrator sees those of all schools. */
    private static final int MAX_PROGRAMMES = 10;

    private final Mentorships mentorships;
    private final MemberDirectory members;
    private final Programmes programmes;
    private final MentorshipAccess access;

    PairsFound(Mentorships mentorships, MemberDirectory members, Programmes programmes, MentorshipAccess access) {
        this.mentorships = mentorships;
        this.members = members;
        this.programmes = programmes;
        this.access = access;
    }

    @Override
    public Kind kind() {
        return Kind.PAIRS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Found> find(String text, int limit) {
        if (!access.mayRead()) {
            return List.of();
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

    private Stream<Found> of(Programme programme, List<Mentorship> pairs) {
        Map<Long, Members> teams = members.of(
                programme.schoolId(), pairs.stream().map(Mentorship::id).toList());
        return pairs.stream()
                .map(pair -> new Found(
                        pair.code(),
                        teams.getOrDefault(pair.id(), Members.NOBODY).all().stream()
                                .map(Members.NamedMember::shortNameAndClass)
                                .collect(Collectors.joining(", ")),
                        "/programmes/" + programme.id() + "/pairs/" + pair.id()));
    }
}

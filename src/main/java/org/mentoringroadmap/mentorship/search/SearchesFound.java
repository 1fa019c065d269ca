package org.mentoringroadmap.mentorship.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.search.Found;
import org.mentoringroadmap.search.SearchSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/** Searches for mentors of the programmes that run, by their code. */
@Component
class SearchesFound implements SearchSource {
    /** A school runs one or two; an administrator sees those of all schools. */
    private static final int MAX_PROGRAMMES = 10;

    private final MentorSearches searches;
    private final ParticipantDirectory directory;
    private final Programmes programmes;
    private final MentorshipAccess access;

    SearchesFound(
            MentorSearches searches, ParticipantDirectory directory, Programmes programmes, MentorshipAccess access) {
        this.searches = searches;
        this.directory = directory;
        this.programmes = programmes;
        this.access = access;
    }

    @Override
    public Kind kind() {
        return Kind.SEARCHES;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Found> find(String text, int limit) {
        if (!access.mayRead()) {
            return List.of();
        }
        return programmes.inFront().stream()
                .filter(programme -> programme.state() == Programme.State.RUNNING)
                .limit(MAX_PROGRAMMES)
                .flatMap(programme -> of(
                        programme,
                        searches.find(programme.id(), text, Optional.empty(), 0).getContent()))
                .limit(limit)
                .toList();
    }

    private Stream<Found> of(Programme programme, List<MentorSearch> found) {
        Map<Long, Participant> mentees =
                directory
                        .of(found.stream()
                                .flatMap(search -> search.participantId().stream())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Participant::id, Function.identity()));
        return found.stream()
                .map(search -> new Found(
                        search.code(),
                        search.participantId()
                                .map(mentees::get)
                                .map(mentee -> mentee.person().tellingName())
                                .orElse(""),
                        "/programmes/" + programme.id() + "/searches?state=ALL&q="
                                + UriUtils.encodeQueryParam(search.code(), StandardCharsets.UTF_8)));
    }
}

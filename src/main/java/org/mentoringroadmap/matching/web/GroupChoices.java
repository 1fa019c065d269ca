package org.mentoringroadmap.matching.web;

import java.util.List;
import java.util.stream.Collectors;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.matching.run.ProposedPair;
import org.mentoringroadmap.participant.Participant;
import org.springframework.stereotype.Component;

/** The mentors of a run who get several mentees: together as a group, or one by one as pairs. */
@Component
class GroupChoices {
    /** A mentor with two mentees or more. */
    record Choice(Participant mentor, List<Participant> mentees) {}

    private final MatchingRuns runs;

    GroupChoices(MatchingRuns runs) {
        this.runs = runs;
    }

    /** In the order of the mentors' names. */
    List<Choice> of(Long runId) {
        var board = runs.board(runId);
        var mentees = board.pairs().stream()
                .collect(Collectors.groupingBy(
                        pair -> pair.mentor().id(), Collectors.mapping(ProposedPair::mentee, Collectors.toList())));
        return board.mentors().stream()
                .filter(place ->
                        mentees.getOrDefault(place.mentor().id(), List.of()).size() > 1)
                .map(place ->
                        new Choice(place.mentor(), mentees.get(place.mentor().id())))
                .toList();
    }
}

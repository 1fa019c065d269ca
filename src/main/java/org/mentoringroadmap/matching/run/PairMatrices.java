package org.mentoringroadmap.matching.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.matching.MatchingAccess;
import org.mentoringroadmap.matching.Weakness;
import org.mentoringroadmap.matching.policy.Candidate;
import org.mentoringroadmap.matching.policy.Inputs;
import org.mentoringroadmap.matching.policy.PairRules;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** «Матрица совпадений»: the paper on which a school sees everybody beside everybody. */
@Service
public class PairMatrices {
    /** More than a paper holds; a run for a few classes or one form is smaller. */
    static final int MAX_CELLS = 250_000;

    private final MatchingRunRepository runs;
    private final ProposalRepository proposals;
    private final InputReader reader;
    private final MatchingAccess access;

    PairMatrices(MatchingRunRepository runs, ProposalRepository proposals, InputReader reader, MatchingAccess access) {
        this.runs = runs;
        this.proposals = proposals;
        this.reader = reader;
        this.access = access;
    }

    /**
     * The matrix of a run. A pair that it proposes has the score by which it was proposed; all others are judged by the
     * rules as of now, for a run keeps no more of them. Who may not be let in any more is left out.
     *
     * @throws NotFoundException {@code programme.unknown}, {@code matching.run-unknown}; {@code matching.thinned} when a
     *     newer run has taken its place
     * @throws org.mentoringroadmap.shared.ForbiddenException {@code role.required}
     * @throws ConflictException {@code matching.matrix-too-large}; {@code matching.matrix-empty} when nobody of the run may
     *     be let in any more
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PairMatrix of(Long runId) {
        Programme programme =
                access.toRead(runs.programmeOf(runId).orElseThrow(() -> new NotFoundException("matching.run-unknown")));
        MatchingRun run = runs.withScope(runId).orElseThrow(() -> new NotFoundException("matching.run-unknown"));
        if (run.isThinned()) {
            throw new NotFoundException(
                    "matching.thinned", String.valueOf(run.summary().number()));
        }
        Map<Long, Proposal> kept = proposals.findByRunIdOrderById(runId).stream()
                .collect(Collectors.toMap(Proposal::menteeId, Function.identity()));
        if ((long) kept.size() * run.mentorIds().size() > MAX_CELLS) {
            throw new ConflictException(
                    "matching.matrix-too-large",
                    String.valueOf(kept.size()),
                    String.valueOf(run.mentorIds().size()));
        }
        Inputs inputs = reader.readAgain(programme, run.request(), kept.keySet(), run.mentorIds());
        if (!kept.isEmpty() && inputs.mentees().isEmpty()) {
            throw new ConflictException("matching.matrix-empty", String.valueOf(run.number()));
        }
        return new PairMatrix(
                run.summary(),
                inputs.mentors().stream().map(Candidate::participant).toList(),
                rows(inputs, kept),
                access.today());
    }

    private static List<PairMatrix.Row> rows(Inputs inputs, Map<Long, Proposal> kept) {
        PairRules rules = new PairRules(inputs);
        double[] scores = new double[inputs.mentors().size()];
        List<PairMatrix.Row> rows = new ArrayList<>();
        for (int place = 0; place < inputs.mentees().size(); place++) {
            Candidate mentee = inputs.mentees().get(place);
            Proposal proposal = kept.get(mentee.id());
            Optional<Integer> proposed = proposal.mentorId().flatMap(rules.criteria()::mentor);
            rules.scores(place, scores);
            proposed.ifPresent(mentor -> scores[mentor] = proposal.score());
            rows.add(new PairMatrix.Row(
                    mentee.participant(),
                    proposed,
                    !Weakness.of(proposal.score(), ReasonsJson.read(proposal.reasons()))
                            .isEmpty(),
                    Arrays.stream(scores).mapToObj(PairMatrices::fit).toList()));
        }
        return rows;
    }

    private static OptionalDouble fit(double score) {
        return Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score);
    }
}

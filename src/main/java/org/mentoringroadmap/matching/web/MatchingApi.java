package org.mentoringroadmap.matching.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.matching.ConfirmationResult;
import org.mentoringroadmap.matching.ReasonTexts;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.run.Board;
import org.mentoringroadmap.matching.run.LeftMentee;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.matching.run.ProposedPair;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Recorded;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proposals of pairs for other programs. People are ids of participants; names only for who may see the board. */
@RestController
@Tag(name = "matching")
class MatchingApi {
    /** Whom a run is for; what is missing is everybody. */
    record RunRequestJson(Set<String> forms, Set<Long> classes, Boolean preferences) {
        RunRequest request() {
            return new RunRequest(
                    forms == null
                            ? Set.of()
                            : forms.stream().map(MentoringForm::parse).collect(Collectors.toSet()),
                    classes,
                    Boolean.TRUE.equals(preferences));
        }
    }

    /** What came of a run; {@code changedMeanwhile} when something has changed while it was computed: start another one. */
    record RunJson(
            Long id,
            int number,
            RunState state,
            int matched,
            int unmatched,
            BigDecimal total,
            boolean optimal,
            int blockingPairs,
            String policyVersion,
            boolean changedMeanwhile) {
        static RunJson of(RunSummary run) {
            return new RunJson(
                    run.id(),
                    run.number(),
                    run.state(),
                    run.matched(),
                    run.unmatched(),
                    run.total(),
                    run.optimal(),
                    run.blockingPairs(),
                    run.policyVersion(),
                    run.changedMeanwhile());
        }
    }

    /**
     * A proposed pair; {@code lossIfOther} is by how much the total falls with the next best mentor, null where there is
     * no other, {@code leftIfOther} how many mentees more then have none.
     */
    record PairJson(
            Long mentee,
            String menteeName,
            Long mentor,
            String mentorName,
            double score,
            List<String> reasons,
            BigDecimal lossIfOther,
            int leftIfOther,
            boolean locked) {}

    /** A mentee without a mentor. */
    record UnmatchedJson(Long mentee, String menteeName, List<String> reasons) {}

    /** What is decided about two people. */
    record MarkJson(Long mentee, Long mentor, String reason) {}

    /** Mentors whose mentees are one group each. */
    record ConfirmJson(Set<Long> groups) {}

    private final MatchingRuns runs;
    private final ReasonTexts texts;

    MatchingApi(MatchingRuns runs, ReasonTexts texts) {
        this.runs = runs;
        this.texts = texts;
    }

    @PostMapping("/api/programmes/{id}/matching-runs")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Proposes the best pairs for everybody of a programme, some forms or some classes")
    RunJson propose(@PathVariable Long id, @RequestBody(required = false) RunRequestJson body) {
        return RunJson.of(runs.propose(id, body == null ? RunRequest.EVERYBODY : body.request()));
    }

    @Recorded(value = AuditAct.BOARD_OPENED, id = "id")
    @GetMapping("/api/matching-runs/{id}/pairs")
    @Operation(summary = "Proposed pairs of a run with the reasons in words; 404 when a newer run has taken its place")
    List<PairJson> pairs(@PathVariable Long id) {
        return kept(id).pairs().stream().map(this::json).toList();
    }

    /** An empty list would say that nobody was proposed. */
    private Board kept(Long id) {
        Board board = runs.board(id);
        if (board.run().thinned()) {
            throw new NotFoundException(
                    "matching.thinned", String.valueOf(board.run().number()));
        }
        return board;
    }

    private PairJson json(ProposedPair pair) {
        return new PairJson(
                pair.mentee().id(),
                pair.mentee().person().fullName(),
                pair.mentor().id(),
                pair.mentor().person().fullName(),
                pair.score(),
                texts.texts(pair.reasons()),
                pair.lossIfOther().orElse(null),
                pair.leftIfOther(),
                pair.locked());
    }

    @Recorded(value = AuditAct.BOARD_OPENED, id = "id")
    @GetMapping("/api/matching-runs/{id}/unmatched")
    @Operation(
            summary = "Mentees whom a run leaves without a mentor, and why; 404 when a newer run has taken its place")
    List<UnmatchedJson> unmatched(@PathVariable Long id) {
        return kept(id).left().stream().map(this::json).toList();
    }

    private UnmatchedJson json(LeftMentee left) {
        return new UnmatchedJson(left.mentee().id(), left.mentee().person().fullName(), texts.texts(left.reasons()));
    }

    @PostMapping("/api/matching-runs/{id}/locks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The two are a pair; the next run matches the rest around it")
    void lock(@PathVariable Long id, @RequestBody MarkJson mark) {
        runs.lock(id, mark.mentee(), mark.mentor(), mark.reason());
    }

    @PostMapping("/api/matching-runs/{id}/vetoes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The two must not be a pair; a reason is needed")
    void veto(@PathVariable Long id, @RequestBody MarkJson mark) {
        runs.veto(id, mark.mentee(), mark.mentor(), mark.reason());
    }

    @PostMapping("/api/matching-runs/{id}/confirm")
    @Operation(summary = "Forms the proposed pairs, all or none; 409 tells what has changed meanwhile")
    ConfirmationResult confirm(@PathVariable Long id, @RequestBody(required = false) ConfirmJson body) {
        return runs.confirm(id, body == null || body.groups() == null ? Set.of() : body.groups());
    }
}

package org.mentoringroadmap.matching.run;

import java.util.List;
import org.mentoringroadmap.matching.MatchingAccess;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.policy.Inputs;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes runs down and thins those that are over. */
@Component
public class RunStore {
    private final InputReader reader;
    private final MatchingRunRepository runs;
    private final ProposalRepository proposals;
    private final ProgrammeLock programmes;
    private final MatchingAccess access;

    RunStore(
            InputReader reader,
            MatchingRunRepository runs,
            ProposalRepository proposals,
            ProgrammeLock programmes,
            MatchingAccess access) {
        this.reader = reader;
        this.runs = runs;
        this.proposals = proposals;
        this.programmes = programmes;
        this.access = access;
    }

    /**
     * Stores what was found, under the lock, and says of it whether what it was computed from is still so. The proposal of
     * the same scope that waited is outdated by it.
     *
     * @param found as {@link Proposal} needs them, still without a run
     */
    @Transactional
    public RunSummary store(Programme programme, Solution solution, int blockingPairs, List<Proposal> found) {
        programmes.acquire(programme.id());
        Inputs inputs = solution.inputs();
        runs.findByProgrammeIdAndState(programme.id(), RunState.PROPOSED).stream()
                .filter(run -> isSameScope(run.request(), inputs.request()))
                .forEach(MatchingRun::outdate);
        thin(programme.id());
        MatchingRun run = new MatchingRun(
                programme.id(),
                runs.lastNumber(programme.id()) + 1,
                inputs.request(),
                Matcher.salt(programme.id()),
                access.login(),
                access.now());
        run.found(solution, blockingPairs, !reader.isUnchanged(programme, inputs));
        runs.saveAndFlush(run);
        proposals.saveAllAndFlush(
                found.stream().map(proposal -> proposal.of(run)).toList());
        return run.summary();
    }

    /**
     * Runs that nobody has decided on and whose place another one has taken keep their figures and lose their proposals;
     * otherwise each look for a better result would leave a line for everybody for ever. What was confirmed stays, and what
     * waits for a decision.
     */
    private void thin(Long programmeId) {
        List<MatchingRun> over = runs.findByProgrammeIdAndStateAndThinnedFalse(programmeId, RunState.OUTDATED);
        if (!over.isEmpty()) {
            proposals.deleteOf(over.stream().map(MatchingRun::id).toList());
            over.forEach(MatchingRun::thin);
        }
    }

    private static boolean isSameScope(RunRequest one, RunRequest other) {
        return one.forms().equals(other.forms()) && one.classIds().equals(other.classIds());
    }
}

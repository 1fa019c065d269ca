package org.mentoringroadmap.matching;

import java.util.ArrayList;
import java.util.List;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.springframework.stereotype.Component;

/** Makes a run and writes it down. Nobody's rights are asked here. */
@Component
class RunMaker {
    private final InputReader reader;
    private final MatchingRunRepository runs;
    private final ProposalRepository proposals;
    private final ProgrammeLock lock;
    private final MatchingAccess access;

    RunMaker(
            InputReader reader,
            MatchingRunRepository runs,
            ProposalRepository proposals,
            ProgrammeLock lock,
            MatchingAccess access) {
        this.reader = reader;
        this.runs = runs;
        this.proposals = proposals;
        this.lock = lock;
        this.access = access;
    }

    MatchingRun make(Programme programme, RunRequest request) {
        lock.take(programme.id());
        Solution solution = new Solution(reader.read(programme, request), salt(programme));
        runs.findByProgrammeIdAndState(programme.id(), RunState.PROPOSED).stream()
                .filter(run -> isSameScope(run.request(), request))
                .forEach(MatchingRun::outdate);
        MatchingRun run = new MatchingRun(
                programme.id(),
                runs.lastNumber(programme.id()) + 1,
                request,
                salt(programme),
                access.login(),
                access.now());
        run.found(solution);
        runs.saveAndFlush(run);
        proposals.saveAllAndFlush(proposals(run, solution));
        return run;
    }

    /** The same for every run of a programme: what is equally good does not change from run to run. */
    static long salt(Programme programme) {
        return programme.id();
    }

    private static boolean isSameScope(RunRequest one, RunRequest other) {
        return one.forms().equals(other.forms()) && one.classIds().equals(other.classIds());
    }

    private static List<Proposal> proposals(MatchingRun run, Solution solution) {
        PairReasons words = new PairReasons(solution.rules());
        List<Proposal> all = new ArrayList<>();
        for (Solution.Pair pair : solution.pairs()) {
            List<Reason> reasons = words.of(pair.mentee(), pair.mentor(), pair.judgement(), pair.locked());
            boolean earlier = solution.rules()
                    .criteria()
                    .earlier(pair.mentee(), pair.mentor())
                    .isPresent();
            String basis = ReasonsJson.basis(pair.judgement().parts());
            all.add(new Proposal(run.id(), pair, earlier, basis, stored(solution, pair.mentee(), reasons)));
        }
        for (Side mentee : solution.left()) {
            all.add(new Proposal(run.id(), mentee.id(), stored(solution, mentee, solution.whyLeft(mentee))));
        }
        return all;
    }

    private static String stored(Solution solution, Side mentee, List<Reason> reasons) {
        List<Reason> whole = new ArrayList<>();
        if (solution.isLockDropped(mentee)) {
            whole.add(Reason.of(Reason.LOCK_DROPPED));
        }
        whole.addAll(reasons);
        return ReasonsJson.of(whole);
    }
}

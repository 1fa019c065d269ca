package org.mentoringroadmap.matching.run;

import java.util.ArrayList;
import java.util.List;
import org.mentoringroadmap.matching.Reason;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.policy.Candidate;
import org.mentoringroadmap.matching.policy.Inputs;
import org.mentoringroadmap.matching.policy.PairReasons;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Component;

/**
 * Makes a run: reads, computes, has it stored. Called outside of a transaction it keeps neither a connection nor a lock
 * while it computes; inside of one, as by a process, it keeps the connection and still no lock. Nobody's rights are asked
 * here.
 */
@Unguarded
@Component
public class RunMaker {
    private final InputReader reader;
    private final Matcher matcher;
    private final RunStore store;

    RunMaker(InputReader reader, Matcher matcher, RunStore store) {
        this.reader = reader;
        this.matcher = matcher;
        this.store = store;
    }

    /** Looks for the best pairs and writes the run down. */
    public RunSummary make(Programme programme, RunRequest request) {
        Inputs inputs = reader.read(programme, request);
        Solution solution = matcher.match(programme.id(), inputs);
        return store.store(programme, solution, solution.blockingPairs(), proposals(solution));
    }

    /** What is proposed for each mentee. */
    public static List<Proposal> proposals(Solution solution) {
        PairReasons words = new PairReasons(solution.rules());
        List<Proposal> all = new ArrayList<>();
        for (Solution.Pair pair : solution.pairs()) {
            List<Reason> reasons = words.of(pair.mentee(), pair.mentor(), pair.judgement(), pair.locked());
            boolean earlier = solution.rules()
                    .criteria()
                    .earlier(pair.mentee(), pair.mentor())
                    .isPresent();
            String basis = ReasonsJson.basis(pair.judgement().parts());
            all.add(new Proposal(
                    pair, solution.nextBest(pair), earlier, basis, stored(solution, pair.mentee(), reasons)));
        }
        for (Candidate mentee : solution.left()) {
            all.add(new Proposal(mentee.id(), stored(solution, mentee, solution.whyLeft(mentee))));
        }
        return all;
    }

    private static String stored(Solution solution, Candidate mentee, List<Reason> reasons) {
        List<Reason> whole = new ArrayList<>();
        if (solution.isLockDropped(mentee)) {
            whole.add(Reason.of(Reason.LOCK_DROPPED));
        }
        whole.addAll(reasons);
        return ReasonsJson.of(whole);
    }
}

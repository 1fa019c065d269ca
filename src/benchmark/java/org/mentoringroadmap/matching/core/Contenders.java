package org.mentoringroadmap.matching.core;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The same problem solved by each. Only solving is timed (ours with its proof); filling the others' graphs is not.
 * Everybody's value must be the same.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Contenders {
    /** The problem, the same for everybody. */
    @State(Scope.Benchmark)
    public static class Task {
        @Param
        Shape shape;

        MatchingProblem problem;
        Value expected;

        @Setup
        public void fill() {
            problem = shape.problem();
            expected = Value.of(Solver.solve(problem));
        }

        void check(int matched, long cost) {
            Value value = new Value(matched, Cost.exact((long) matched * Cost.WORST - cost));
            if (!value.equals(expected)) {
                throw new IllegalStateException(value + " instead of " + expected);
            }
        }
    }

    /** OR-Tools' minimum cost flow, in native memory. */
    @State(Scope.Benchmark)
    public static class OrTools {
        private MinCostFlow flow;

        @Setup
        public void load() {
            Loader.loadNativeLibraries();
        }

        @Setup(Level.Invocation)
        public void fill(Task task) {
            MatchingProblem problem = task.problem;
            CandidateGraph graph = problem.graph();
            int source = problem.mentees() + problem.mentors();
            int sink = source + 1;
            flow = new MinCostFlow();
            for (int mentee = 0; mentee < problem.mentees(); mentee++) {
                flow.addArcWithCapacityAndUnitCost(source, mentee, 1, 0);
                for (int pair = problem.firstPair(mentee); pair < problem.firstPair(mentee + 1); pair++) {
                    flow.addArcWithCapacityAndUnitCost(
                            mentee, problem.mentees() + graph.mentor()[pair], 1, graph.cost()[pair]);
                }
            }
            for (int mentor = 0; mentor < problem.mentors(); mentor++) {
                flow.addArcWithCapacityAndUnitCost(problem.mentees() + mentor, sink, problem.capacity(mentor), 0);
            }
            flow.setNodeSupply(source, problem.mentees());
            flow.setNodeSupply(sink, -problem.mentees());
        }

        void solve(Task task) {
            MinCostFlowBase.Status status = flow.solveMaxFlowWithMinCost();
            if (status != MinCostFlowBase.Status.OPTIMAL) {
                throw new IllegalStateException(status.toString());
            }
            task.check((int) flow.getMaximumFlow(), flow.getOptimalCost());
        }
    }

    /** JGraphT's capacity scaling, the oracle of the tests. */
    @State(Scope.Benchmark)
    public static class JGraphT {
        private JGraphTOracle oracle;

        @Setup(Level.Invocation)
        public void fill(Task task) {
            oracle = new JGraphTOracle(task.problem);
        }
    }

    @Benchmark
    public Matching own(Task task) {
        return Solver.solve(task.problem);
    }

    @Benchmark
    public void orTools(Task task, OrTools contender) {
        contender.solve(task);
    }

    @Benchmark
    public void jGraphT(Task task, JGraphT contender) {
        if (!contender.oracle.solve().equals(task.expected)) {
            throw new IllegalStateException("Another value than " + task.expected);
        }
    }
}

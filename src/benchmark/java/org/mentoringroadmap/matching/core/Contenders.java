package org.mentoringroadmap.matching.core;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

        void check(Matching matching) {
            check(Value.of(matching));
        }

        void check(Value value) {
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

        void solve() {
            MinCostFlowBase.Status status = flow.solveMaxFlowWithMinCost();
            if (status != MinCostFlowBase.Status.OPTIMAL) {
                throw new IllegalStateException(status.toString());
            }
        }

        void check(Task task) {
            long matched = flow.getMaximumFlow();
            task.check(new Value((int) matched, Cost.exact(matched * Cost.WORST - flow.getOptimalCost())));
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

    /** Processor time of the solving thread, which a busy machine blurs less than the clock. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {
        public long nanos;

        private void add(Runnable solving) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            solving.run();
            nanos += threads.getCurrentThreadCpuTime() - start;
        }
    }

    @Benchmark
    public void own(Task task, Processor processor) {
        processor.add(() -> task.check(Solver.solve(task.problem)));
    }

    @Benchmark
    public void orTools(Task task, OrTools contender, Processor processor) {
        processor.add(contender::solve);
        contender.check(task);
    }

    @Benchmark
    public void jGraphT(Task task, JGraphT contender, Processor processor) {
        processor.add(() -> task.check(contender.oracle.solve()));
    }
}

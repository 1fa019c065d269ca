package org.mentoringroadmap.matching.core;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.builder.GraphTypeBuilder;

/**
 * The same optimum from JGraphT's capacity scaling, a code that shares nothing with ours. Each mentee sends one unit to
 * the sink, through a mentor or along a private arc whose cost is above any sum of costs. Costs stay in [0, 1] times the
 * number of mentees, as JGraphT takes 10^9 for infinite; the total is summed from the pairs, not from its doubles.
 */
final class JGraphTOracle {
    private final MatchingProblem problem;
    private final Graph<Integer, DefaultWeightedEdge> graph = GraphTypeBuilder.<Integer, DefaultWeightedEdge>directed()
            .weighted(true)
            .edgeClass(DefaultWeightedEdge.class)
            .buildGraph();
    private final Map<DefaultWeightedEdge, Integer> pairs = new HashMap<>();
    private final Map<DefaultWeightedEdge, Integer> capacities = new HashMap<>();

    JGraphTOracle(MatchingProblem problem) {
        this.problem = problem;
        int mentees = problem.mentees();
        int sink = mentees + problem.mentors();
        for (int node = 0; node <= sink; node++) {
            graph.addVertex(node);
        }
        problem.open().forEach(mentee -> {
            arc(mentee, sink, mentees + 1, 1);
            for (int pair = problem.firstPair(mentee); pair < problem.firstPair(mentee + 1); pair++) {
                pairs.put(arc(mentee, mentees + problem.mentorOf(pair), 1 - problem.score(pair), 1), pair);
            }
        });
        int[] places = problem.places();
        for (int mentor = 0; mentor < places.length; mentor++) {
            if (places[mentor] > 0) {
                arc(mentees + mentor, sink, 0, places[mentor]);
            }
        }
    }

    static Value solve(MatchingProblem problem) {
        return new JGraphTOracle(problem).solve();
    }

    Value solve() {
        int mentees = problem.mentees();
        int open = (int) problem.open().count();
        Map<DefaultWeightedEdge, Double> flow = new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
                .getMinimumCostFlow(new MinimumCostFlowProblem.MinimumCostFlowProblemImpl<>(
                        graph,
                        node -> node == mentees + problem.mentors()
                                ? -open
                                : node < mentees && !problem.isLocked(node) ? 1 : 0,
                        capacities::get))
                .getFlowMap();
        int[] chosen = IntStream.concat(
                        pairs.entrySet().stream()
                                .filter(pair -> flow.get(pair.getKey()) > 0.5)
                                .mapToInt(Map.Entry::getValue),
                        IntStream.range(0, mentees).filter(problem::isLocked).map(problem::lock))
                .toArray();
        BigDecimal total = Arrays.stream(chosen)
                .mapToObj(pair -> BigDecimal.valueOf(problem.score(pair)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Value(chosen.length, total);
    }

    private DefaultWeightedEdge arc(int from, int to, double cost, int capacity) {
        DefaultWeightedEdge arc = graph.addEdge(from, to);
        graph.setEdgeWeight(arc, cost);
        capacities.put(arc, capacity);
        return arc;
    }
}

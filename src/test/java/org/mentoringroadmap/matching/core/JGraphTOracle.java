package org.mentoringroadmap.matching.core;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
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
    private JGraphTOracle() {}

    static Value solve(MatchingProblem problem) {
        Graph<Integer, DefaultWeightedEdge> graph = GraphTypeBuilder.<Integer, DefaultWeightedEdge>directed()
                .weighted(true)
                .edgeClass(DefaultWeightedEdge.class)
                .buildGraph();
        int mentees = problem.mentees();
        int sink = mentees + problem.mentors();
        for (int node = 0; node <= sink; node++) {
            graph.addVertex(node);
        }
        Map<DefaultWeightedEdge, Integer> pairs = new HashMap<>();
        Map<DefaultWeightedEdge, Integer> capacities = new HashMap<>();
        int[] places = problem.places();
        int locked = 0;
        BigDecimal total = BigDecimal.ZERO;
        for (int mentee = 0; mentee < mentees; mentee++) {
            if (problem.isLocked(mentee)) {
                locked++;
                total = total.add(BigDecimal.valueOf(problem.score(problem.lock(mentee))));
                continue;
            }
            arc(graph, mentee, sink, mentees + 1, 1, capacities);
            for (int pair = problem.firstPair(mentee); pair < problem.firstPair(mentee + 1); pair++) {
                DefaultWeightedEdge arc =
                        arc(graph, mentee, mentees + problem.mentorOf(pair), 1 - problem.score(pair), 1, capacities);
                pairs.put(arc, pair);
            }
        }
        for (int mentor = 0; mentor < places.length; mentor++) {
            if (places[mentor] > 0) {
                arc(graph, mentees + mentor, sink, 0, places[mentor], capacities);
            }
        }
        int open = mentees - locked;
        Map<DefaultWeightedEdge, Double> flow = new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
                .getMinimumCostFlow(new MinimumCostFlowProblem.MinimumCostFlowProblemImpl<>(
                        graph,
                        node -> node == sink ? -open : node < mentees && !problem.isLocked(node) ? 1 : 0,
                        capacities::get))
                .getFlowMap();
        int matched = locked;
        for (Map.Entry<DefaultWeightedEdge, Integer> pair : pairs.entrySet()) {
            if (flow.get(pair.getKey()) > 0.5) {
                matched++;
                total = total.add(BigDecimal.valueOf(problem.score(pair.getValue())));
            }
        }
        return new Value(matched, total);
    }

    private static DefaultWeightedEdge arc(
            Graph<Integer, DefaultWeightedEdge> graph,
            int from,
            int to,
            double cost,
            int capacity,
            Map<DefaultWeightedEdge, Integer> capacities) {
        DefaultWeightedEdge arc = graph.addEdge(from, to);
        graph.setEdgeWeight(arc, cost);
        capacities.put(arc, capacity);
        return arc;
    }
}

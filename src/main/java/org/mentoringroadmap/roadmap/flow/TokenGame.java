package org.mentoringroadmap.roadmap.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.mentoringroadmap.roadmap.FlowGraph;

/**
 * Tries all that can happen on the ways of one scope, whatever its gateways decide: a flow carries a token or none. The
 * first thing that goes wrong is told. Steps with one way in and one way out change nothing and are passed over, so that
 * many branches at one time make few states; a drawing with more of them than anybody draws is taken for right.
 */
public final class TokenGame {
    private static final int MAX_STATES = 50_000;
    private static final int MAX_FREE_WAYS = 6;

    /** What goes wrong. */
    public enum Fault {
        /** Two tokens come to one place: whatever stands behind happens twice. */
        TWICE,
        /** A token waits for others that never come. */
        STUCK
    }

    /** Where it goes wrong. */
    public record Finding(FlowNode node, Fault fault) {}

    private final FlowGraph graph;
    private final Map<Object, Integer> places = new HashMap<>();
    private final Map<FlowNode, List<Integer>> in = new HashMap<>();
    private final Map<FlowNode, List<Integer>> out = new HashMap<>();
    private final List<FlowNode> moving;

    private TokenGame(FlowGraph graph) {
        this.graph = graph;
        this.moving = graph.nodes().stream()
                .filter(node -> !(node instanceof StartEvent) && !(node instanceof BoundaryEvent))
                .filter(node -> !isPassedOver(node))
                .toList();
        for (FlowNode node : graph.nodes()) {
            in.put(node, places(graph.incoming(node)));
            out.put(node, places(graph.outgoing(node)));
        }
    }

    /** The first thing that goes wrong from any start; empty where nothing does. */
    public static Optional<Finding> play(FlowGraph graph) {
        TokenGame game = new TokenGame(graph);
        return graph.nodes().stream()
                .filter(StartEvent.class::isInstance)
                .flatMap(start -> game.from(start).stream())
                .findFirst();
    }

    private Optional<Finding> from(FlowNode start) {
        BitSet first = new BitSet();
        out.get(start).forEach(first::set);
        graph.nodes().stream().filter(TokenGame::isBeside).forEach(event -> first.set(place(event)));
        Set<BitSet> known = new HashSet<>(Set.of(first));
        Deque<BitSet> open = new ArrayDeque<>(known);
        while (!open.isEmpty() && known.size() < MAX_STATES) {
            BitSet state = open.remove();
            List<Move> moves =
                    moving.stream().flatMap(node -> moves(node, state)).toList();
            for (Move move : moves) {
                if (move.doubles()) {
                    return Optional.of(new Finding(move.node(), Fault.TWICE));
                }
                if (known.add(move.after())) {
                    open.add(move.after());
                }
            }
            if (moves.isEmpty()) {
                Optional<Finding> stuck = moving.stream()
                        .filter(node -> in.get(node).stream().anyMatch(state::get))
                        .map(node -> new Finding(node, Fault.STUCK))
                        .findFirst();
                if (stuck.isPresent()) {
                    return stuck;
                }
            }
        }
        return Optional.empty();
    }

    private Stream<Move> moves(FlowNode node, BitSet state) {
        Set<Integer> tokens = new LinkedHashSet<>(in.get(node));
        tokens.removeIf(place -> !state.get(place));
        if (tokens.isEmpty()) {
            return Stream.empty();
        }
        if (node instanceof ParallelGateway) {
            return tokens.size() == in.get(node).size()
                    ? Stream.of(move(node, state, tokens, out.get(node)))
                    : Stream.empty();
        }
        if (node instanceof InclusiveGateway) {
            return othersMayCome(node, tokens, state)
                    ? Stream.empty()
                    : choices(out.get(node)).map(chosen -> move(node, state, tokens, chosen));
        }
        return tokens.stream().flatMap(token -> moves(node, state, token));
    }

    /** A step, an event, an end, or a gateway that goes one way. */
    private Stream<Move> moves(FlowNode node, BitSet state, Integer token) {
        if (node instanceof EndEvent end && endsAll(end)) {
            return Stream.of(new Move(node, new BitSet(), false));
        }
        List<Move> moves = new ArrayList<>();
        if (node instanceof ExclusiveGateway || node instanceof EventBasedGateway) {
            out.get(node).forEach(way -> moves.add(move(node, state, Set.of(token), List.of(way))));
        } else {
            moves.add(move(node, state, Set.of(token), out.get(node)));
        }
        for (BoundaryEvent event : graph.boundaryEvents(node)) {
            if (event.cancelActivity()) {
                moves.add(move(node, state, Set.of(token), out.get(event)));
            } else if (state.get(place(event))) { // once is enough to see what comes of it
                moves.add(move(node, state, Set.of(place(event)), out.get(event)));
            }
        }
        return moves.stream();
    }

    private static Move move(FlowNode node, BitSet state, Set<Integer> taken, List<Integer> put) {
        BitSet after = (BitSet) state.clone();
        taken.forEach(after::clear);
        boolean doubles = put.stream().anyMatch(after::get);
        put.forEach(after::set);
        return new Move(node, after, doubles);
    }

    /** An inclusive join waits as long as a token elsewhere can still come to one of its empty ways. */
    private boolean othersMayCome(FlowNode join, Set<Integer> tokens, BitSet state) {
        if (in.get(join).size() == tokens.size()) {
            return false;
        }
        Set<FlowNode> sources = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        graph.incoming(join).stream()
                .filter(flow -> !tokens.contains(place(first(flow))))
                .map(SequenceFlow::getSource)
                .forEach(open::add);
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (node.equals(join) || !sources.add(node)) {
                continue;
            }
            graph.incoming(node).stream().map(SequenceFlow::getSource).forEach(open::add);
            if (node instanceof BoundaryEvent event) {
                open.add(event.getAttachedTo());
            }
        }
        return sources.stream()
                .anyMatch(node -> in.getOrDefault(node, List.of()).stream().anyMatch(state::get));
    }

    private static Stream<List<Integer>> choices(List<Integer> ways) {
        if (ways.size() > MAX_FREE_WAYS) {
            return Stream.concat(Stream.of(ways), ways.stream().map(List::of));
        }
        List<List<Integer>> choices = new ArrayList<>();
        for (int chosen = 1; chosen < 1 << ways.size(); chosen++) {
            List<Integer> some = new ArrayList<>();
            for (int way = 0; way < ways.size(); way++) {
                if ((chosen & 1 << way) != 0) {
                    some.add(ways.get(way));
                }
            }
            choices.add(some);
        }
        return choices.stream();
    }

    private List<Integer> places(List<SequenceFlow> flows) {
        return flows.stream().map(flow -> place(first(flow))).toList();
    }

    private Integer place(Object owner) {
        return places.computeIfAbsent(owner, unknown -> places.size());
    }

    /** The flow in which a token is counted: the one before the steps that are passed over. */
    private SequenceFlow first(SequenceFlow flow) {
        SequenceFlow first = flow;
        Set<SequenceFlow> seen = new HashSet<>();
        while (isPassedOver(first.getSource()) && seen.add(first)) {
            first = graph.incoming(first.getSource()).get(0);
        }
        return first;
    }

    private boolean isPassedOver(FlowNode node) {
        return !(node instanceof BoundaryEvent)
                && graph.incoming(node).size() == 1
                && graph.outgoing(node).size() == 1
                && graph.boundaryEvents(node).isEmpty();
    }

    private static boolean isBeside(FlowNode node) {
        return node instanceof BoundaryEvent event && !event.cancelActivity();
    }

    private static boolean endsAll(EndEvent end) {
        return end.getEventDefinitions().stream()
                .anyMatch(definition ->
                        definition instanceof TerminateEventDefinition || definition instanceof ErrorEventDefinition);
    }

    /** Whether a gateway decides which way to go. */
    static boolean decides(FlowNode node, FlowGraph graph) {
        return node instanceof Gateway
                && !(node instanceof ParallelGateway)
                && graph.outgoing(node).size() > 1;
    }

    /** What a node can do in a state; {@code doubles} where it would put a second token on a flow. */
    private record Move(FlowNode node, BitSet after, boolean doubles) {}
}

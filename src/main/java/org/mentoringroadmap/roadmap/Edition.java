package org.mentoringroadmap.roadmap;

import java.util.Map;
import java.util.Optional;

/**
 * Which of the deployed models something goes by.
 *
 * @param processes id of the definition by the id of the process
 * @param decisions id of the definition by the id of the decision
 */
public record Edition(Map<String, String> processes, Map<String, String> decisions) {
    public Edition {
        processes = Map.copyOf(processes);
        decisions = Map.copyOf(decisions);
    }

    /** Definition of a process; empty for one that the edition does not name. */
    public Optional<String> process(String key) {
        return Optional.ofNullable(processes.get(key));
    }

    /** Definition of a decision; empty for one that the edition does not name. */
    public Optional<String> decision(String key) {
        return Optional.ofNullable(decisions.get(key));
    }
}

package org.mentoringroadmap.roadmap.block;

import java.util.Set;

/**
 * Elements of a shipped process that the application knows by their ids: pages open their tasks, papers read what was
 * entered there, running ones are found by them. Whoever edits the process keeps these ids; a model without one of them is
 * refused. Whoever names an element in code declares it as a bean of this type.
 *
 * @param process process id
 * @param elements ids of the elements
 */
public record ReliedOn(String process, Set<String> elements) {
    public ReliedOn {
        elements = Set.copyOf(elements);
    }
}

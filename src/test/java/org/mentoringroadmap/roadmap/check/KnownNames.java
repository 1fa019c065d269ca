package org.mentoringroadmap.roadmap.check;

import java.util.Optional;
import java.util.Set;

/** A context made of plain sets of names. */
record KnownNames(Set<String> beans, Set<String> forms, Set<String> processes, Set<String> roles, Set<String> pages)
        implements ModelContext {
    private static final Set<String> DOCUMENTS = Set.of(
            "order-implementation",
            "order-curator",
            "order-pairs",
            "order-reward",
            "order-final-event",
            "regulation",
            "roadmap",
            "training-programme");

    @Override
    public boolean beanExists(String name) {
        return beans.contains(name);
    }

    @Override
    public boolean isTaken(String name) {
        return beans.contains(name);
    }

    @Override
    public boolean formExists(String key) {
        return forms.contains(key);
    }

    @Override
    public boolean processExists(String key) {
        return processes.contains(key);
    }

    /** Of the block of the sample that has a choice. */
    @Override
    public Optional<Set<String>> choices(String block, String input) {
        return input.equals("documentType") ? Optional.of(DOCUMENTS) : Optional.empty();
    }

    @Override
    public boolean roleExists(String id) {
        return roles.contains(id);
    }

    @Override
    public boolean pageExists(String path) {
        return pages.contains(path);
    }
}

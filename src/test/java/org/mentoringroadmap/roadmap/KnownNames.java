package org.mentoringroadmap.roadmap;

import java.util.Set;

/** A context made of plain sets of names. */
record KnownNames(Set<String> beans, Set<String> forms, Set<String> processes, Set<String> roles, Set<String> pages)
        implements ModelContext {

    @Override
    public boolean beanExists(String name) {
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

    @Override
    public boolean roleExists(String id) {
        return roles.contains(id);
    }

    @Override
    public boolean pageExists(String path) {
        return pages.contains(path);
    }
}

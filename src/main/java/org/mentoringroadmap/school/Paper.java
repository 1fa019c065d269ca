package org.mentoringroadmap.school;

import java.util.Set;

/**
 * What has to be known of a paper to say who may read it.
 *
 * @param data what personal data it holds
 * @param inForce false for a draft with its remarks, for what was given back, and for what came to nothing
 * @param responsible roles that answer for the activity which it belongs to
 * @param own whether the reader brought it, or it is about a child whose consents the reader keeps
 */
public record Paper(DataClass data, boolean inForce, Set<Role> responsible, boolean own) {
    public Paper {
        responsible = Set.copyOf(responsible);
    }
}

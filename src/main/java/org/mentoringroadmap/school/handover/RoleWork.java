package org.mentoringroadmap.school.handover;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.shared.Unguarded;

/** Implemented by who keeps the tasks: what is open for holders of roles. */
public interface RoleWork {
    /**
     * A task that is open.
     *
     * @param title what is to do; it names nobody
     * @param due until when; empty for no term
     * @param assignee login of who has taken it; empty while nobody has
     * @param roles ids of the roles that may take it
     */
    record Open(String title, Optional<LocalDateTime> due, Optional<String> assignee, Set<String> roles) {}

    /** Open tasks of a school that holders of one of these roles may take, the earliest term first; at most so many. */
    @Unguarded
    List<Open> of(String schoolId, Collection<String> roles, int limit);
}

package org.mentoringroadmap.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;

/** Who of a school holds which role, and so whom a task waits for. */
public final class TaskHolders {
    private static final int FEW = 3;

    private final Map<String, Set<String>> byRole = new HashMap<>();
    private final Map<String, String> byAccount = new HashMap<>();

    private TaskHolders(Collection<StaffMember> members) {
        Map<Long, String> names = StaffMember.shortNames(members);
        members.forEach(member -> {
            String name = names.get(member.id());
            roles(member)
                    .forEach(role -> byRole.computeIfAbsent(role, any -> new LinkedHashSet<>())
                            .add(name));
            member.account().ifPresent(account -> byAccount.put(account, name));
        });
    }

    /** Those of these schools together; one statement or two for each. */
    public static TaskHolders of(Staff staff, Collection<String> schoolIds) {
        return new TaskHolders(
                schoolIds.stream().flatMap(school -> staff.of(school).stream()).toList());
    }

    /** Ids of all roles that somebody holds. */
    public static Set<String> roles(StaffMember member) {
        return Stream.concat(member.roles().stream().map(Role::id), member.ownRoles().stream())
                .collect(Collectors.toSet());
    }

    /**
     * The first of some people.
     *
     * @param names short names with commas; empty for nobody
     * @param more how many more there are
     */
    record Few(String names, int more) {}

    /** Who holds any of these roles. */
    public Few few(Collection<String> roles) {
        List<String> all = roles.stream()
                .flatMap(role -> byRole.getOrDefault(role, Set.of()).stream())
                .distinct()
                .toList();
        int shown = Math.min(FEW, all.size());
        return new Few(String.join(", ", all.subList(0, shown)), all.size() - shown);
    }

    /** Short names of everybody who works on a task or may take it. */
    public Set<String> all(OpenTask task) {
        return Optional.ofNullable(task.assignee())
                .map(account -> Set.of(byAccount.getOrDefault(account, account)))
                .orElseGet(() -> task.roles().stream()
                        .flatMap(role -> byRole.getOrDefault(role, Set.of()).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Short names of those whom a task waits for: who works on it, else the first of those who may take it. */
    public List<String> of(OpenTask task) {
        return Optional.ofNullable(task.assignee())
                .map(account -> List.of(byAccount.getOrDefault(account, account)))
                .orElseGet(() -> of(task.roles()));
    }

    /** Short names of the first of those who hold one of these roles. */
    public List<String> of(Collection<String> roles) {
        return roles.stream()
                .flatMap(role -> byRole.getOrDefault(role, Set.of()).stream())
                .distinct()
                .limit(FEW)
                .toList();
    }
}

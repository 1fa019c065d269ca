package org.mentoringroadmap.overview;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.attention.AttentionSource;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.RoleTitles;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.springframework.stereotype.Component;

/** Roles that a roadmap names and nobody with an account holds, so that the curator does their tasks; for who may change that. */
@Component
class UnfilledRoles implements AttentionSource {
    private static final int FEW = 4;

    private final Programmes programmes;
    private final Editions editions;
    private final Staff staff;
    private final RoleTitles titles;
    private final CurrentUser user;

    UnfilledRoles(Programmes programmes, Editions editions, Staff staff, RoleTitles titles, CurrentUser user) {
        this.programmes = programmes;
        this.editions = editions;
        this.staff = staff;
        this.titles = titles;
        this.user = user;
    }

    @Override
    public List<Attention> of(Long programmeId) {
        if (Stream.of(Role.CURATOR, Role.DIRECTOR, Role.ADMINISTRATOR).noneMatch(user::has)) {
            return List.of();
        }
        Programme programme = programmes.get(programmeId);
        Set<String> held = staff.of(programme.schoolId()).stream()
                .filter(member -> member.account().isPresent())
                .flatMap(UnfilledRoles::roles)
                .collect(Collectors.toSet());
        List<String> missing = editions.roadmap(programme)
                .activities()
                .flatMap(activity -> activity.responsible().stream())
                .distinct()
                .filter(role -> !held.contains(role))
                .toList();
        return missing.isEmpty()
                ? List.of()
                : List.of(new Attention(
                        missing.contains(Role.CURATOR.id()) ? "attention.roles-curator" : "attention.roles",
                        missing.size(),
                        named(programme.schoolId(), missing),
                        "/school#roles"));
    }

    private String named(String schoolId, List<String> roles) {
        String first = titles.of(schoolId, roles.stream().limit(FEW).toList());
        return roles.size() > FEW ? first + "…" : first;
    }

    private static Stream<String> roles(StaffMember member) {
        return Stream.concat(member.roles().stream().map(Role::id), member.ownRoles().stream());
    }
}

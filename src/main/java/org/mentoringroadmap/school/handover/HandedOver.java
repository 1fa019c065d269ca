package org.mentoringroadmap.school.handover;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells who does from now on what was open for somebody who has lost a role or has left. */
@Unguarded
@Service
@Transactional(readOnly = true)
public class HandedOver {
    /** How many tasks are told one by one. */
    public static final int MAX_TOLD = 20;

    /**
     * A task and who does it now.
     *
     * @param due until when; null for no term
     * @param taken whether one of them has taken it already
     * @param names short names of those who may take it, or of who has; empty where the school has nobody
     */
    public record Line(String title, LocalDateTime due, boolean taken, List<String> names) {}

    private final RoleWork work;
    private final Staff staff;

    HandedOver(RoleWork work, Staff staff) {
        this.work = work;
        this.staff = staff;
    }

    /**
     * What is open for the holders of roles that somebody has lost.
     *
     * @param lost ids of the roles
     * @param kept ids of the roles that the person still holds: what these may take has gone to nobody else
     * @return at most one more than {@link #MAX_TOLD}, so that a page can say that there are more
     */
    public List<Line> of(String schoolId, Collection<String> lost, Collection<String> kept) {
        return lost.isEmpty()
                ? List.of()
                : work.of(schoolId, lost, MAX_TOLD + 1).stream()
                        .filter(open -> open.roles().stream().noneMatch(kept::contains))
                        .map(open -> line(schoolId, open))
                        .toList();
    }

    private Line line(String schoolId, RoleWork.Open open) {
        Optional<StaffMember> taker = open.assignee().flatMap(staff::behind);
        List<StaffMember> able = taker.map(List::of).orElseGet(() -> holders(schoolId, open.roles()));
        return new Line(
                open.title(),
                open.due().orElse(null),
                taker.isPresent(),
                able.stream().map(StaffMember::shortName).toList());
    }

    /** Whoever holds one of the roles and can sign in; where nobody does, the curator, to whom such tasks fall. */
    private List<StaffMember> holders(String schoolId, Set<String> roles) {
        List<StaffMember> able = withAccount(schoolId, roles);
        return able.isEmpty() ? withAccount(schoolId, Set.of(Role.CURATOR.id())) : able;
    }

    private List<StaffMember> withAccount(String schoolId, Set<String> roles) {
        return roles.stream()
                .flatMap(role -> staff.holders(schoolId, role).stream())
                .filter(member -> member.account().isPresent())
                .distinct()
                .sorted(Comparator.comparing(StaffMember::fullName))
                .toList();
    }
}

package org.mentoringroadmap.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.StaffMember;

/**
 * Teachers of the staff by their names. Who is linked to the staff sees the own mentees with the own account, so nobody is
 * linked on less than the full name, and nobody where two have it.
 */
final class ImportColleagues {
    private static final Set<Role> TEACHERS = Set.of(Role.TEACHER, Role.CLASS_TEACHER, Role.MENTOR);

    private final Map<String, List<StaffMember>> byName = new HashMap<>();
    private final Set<Long> linked;

    /**
     * @param staff everybody of the school
     * @param linked who of them has an entry among the people already
     */
    ImportColleagues(Collection<StaffMember> staff, Set<Long> linked) {
        this.linked = new HashSet<>(linked);
        staff.stream()
                .filter(member -> member.roles().stream().anyMatch(TEACHERS::contains))
                .forEach(member -> byName.computeIfAbsent(NameKey.of(member.fullName()), name -> new ArrayList<>())
                        .add(member));
    }

    /** Teachers of exactly this name who are linked to nobody. */
    List<StaffMember> of(PersonDetails person, ParticipantCategory category) {
        if (category != ParticipantCategory.TEACHER || person.staffMemberId() != null) {
            return List.of();
        }
        return byName.getOrDefault(NameKey.of(person.fullName()), List.of()).stream()
                .filter(member -> !linked.contains(member.id()))
                .toList();
    }

    /** From now on this one has an entry. */
    void link(StaffMember member) {
        linked.add(member.id());
    }
}

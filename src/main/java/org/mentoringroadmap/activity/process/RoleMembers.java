package org.mentoringroadmap.activity.process;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/**
 * The people of the roles that answer for an activity. Public because the engine calls the methods of public classes only
 * from an expression; their names are part of the API that running instances rely on.
 */
@Component("roleMembers")
public class RoleMembers {
    private final Staff staff;
    private final Programmes programmes;

    RoleMembers(Staff staff, Programmes programmes) {
        this.staff = staff;
        this.programmes = programmes;
    }

    /** Ids of everybody with an account who holds one of the roles, as texts; one empty text where nobody does. */
    public List<String> all(DelegateExecution execution) {
        String schoolId =
                programmes.get(Long.valueOf(execution.getProcessBusinessKey())).schoolId();
        List<String> members = of(schoolId, BlockVariables.RESPONSIBLE.from(execution::getVariable))
                .map(member -> member.id().toString())
                .toList();
        return members.isEmpty() ? List.of("") : members;
    }

    /** Login of the member whose task it is; null where it is nobody's own. */
    public String assignee(DelegateExecution execution) {
        String id = ActivityVariables.MEMBER_ID.from(execution::getVariable);
        String schoolId =
                programmes.get(Long.valueOf(execution.getProcessBusinessKey())).schoolId();
        return of(schoolId, BlockVariables.RESPONSIBLE.from(execution::getVariable))
                .filter(member -> member.id().toString().equals(id))
                .flatMap(member -> member.account().stream())
                .findFirst()
                .orElse(null);
    }

    /** Everybody with an account who holds one of these roles, each once. */
    Stream<StaffMember> of(String schoolId, String roles) {
        return ElementProperties.ids(roles).stream()
                .flatMap(role -> staff.holders(schoolId, role).stream())
                .filter(member -> member.account().isPresent())
                .collect(java.util.stream.Collectors.toMap(
                        StaffMember::id, member -> member, (first, second) -> first, java.util.LinkedHashMap::new))
                .values()
                .stream();
    }
}

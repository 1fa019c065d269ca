package org.mentoringroadmap.activity.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** A task that is nobody's own, since whose it would be has no account, is done by the roles that answer for the activity. */
@Component("offerToRole")
class OfferToRole implements TaskListener {
    private final Staff staff;

    OfferToRole(Staff staff) {
        this.staff = staff;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() != null) {
            return;
        }
        List<String> roles = ElementProperties.ids(BlockVariables.RESPONSIBLE.from(task::getVariable));
        task.addCandidateGroups(roles);
        if (roles.stream().allMatch(role -> staff.isEmpty(task.getTenantId(), role))) {
            task.addCandidateGroup(Role.CURATOR.id());
        }
    }
}

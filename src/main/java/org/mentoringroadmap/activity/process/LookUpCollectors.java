package org.mentoringroadmap.activity.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.school.Role;
import org.springframework.stereotype.Component;

/**
 * Says who collects what the classes have done: those who answer for the activity but the class teachers, who tick for
 * their own class; where nobody else answers for it, the deputies.
 */
@Component("lookUpCollectors")
class LookUpCollectors implements ExecutionListener {
    @Override
    public void notify(DelegateExecution execution) {
        List<String> collectors =
                ElementProperties.ids(ActivityVariables.RESPONSIBLE.from(execution::getVariable)).stream()
                        .filter(role -> !role.equals(Role.CLASS_TEACHER.id()))
                        .toList();
        ActivityVariables.COLLECTORS.to(
                execution::setVariable, collectors.isEmpty() ? Role.DEPUTY.id() : String.join(",", collectors));
    }
}

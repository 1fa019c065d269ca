package org.mentoringroadmap.activity.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/**
 * Says who collects what others do each for themselves: those who answer for the activity but the role that the start event
 * names in {@code eachForThemselves}, for each of whom the task would be one about all; where nobody else answers for it, the
 * role in {@code otherwise}.
 */
@Component("lookUpCollectors")
class LookUpCollectors implements ExecutionListener {
    private static final String EACH = "eachForThemselves";
    private static final String OTHERWISE = "otherwise";

    @Override
    public void notify(DelegateExecution execution) {
        String each = property(execution, EACH);
        List<String> collectors =
                ElementProperties.ids(BlockVariables.RESPONSIBLE.from(execution::getVariable)).stream()
                        .filter(role -> !role.equals(each))
                        .toList();
        ActivityVariables.COLLECTORS.to(
                execution::setVariable,
                collectors.isEmpty() ? property(execution, OTHERWISE) : String.join(",", collectors));
    }

    private static String property(DelegateExecution execution, String name) {
        return ElementProperties.find(execution.getBpmnModelElementInstance(), name)
                .orElseThrow(() -> new IllegalStateException("No property " + name));
    }
}

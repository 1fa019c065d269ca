package org.mentoringroadmap.activity.process;

import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.activity.term.ControlPoints;
import org.mentoringroadmap.activity.term.ControlPoints.Point;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Appoints the next control point of the term, or says that there is none left. */
@Component("nextControlPoint")
class NextControlPoint implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
        List<Point> points = ControlPoints.of(
                ActivityVariables.POINTS.find(execution::getVariable).orElse(""),
                LocalDateTime.parse(BlockVariables.START.from(execution::getVariable)),
                LocalDateTime.parse(BlockVariables.DUE.from(execution::getVariable)));
        int next = ActivityVariables.count(execution, ActivityVariables.POINT_NUMBER);
        boolean left = next < points.size();
        ActivityVariables.TIMES_LEFT.to(execution::setVariable, String.valueOf(left));
        if (left) {
            Point point = points.get(next);
            ActivityVariables.POINT_NUMBER.to(execution::setVariable, String.valueOf(next + 1));
            BlockVariables.CONTROL_POINT.to(execution::setVariable, point.id());
            ActivityVariables.TIME_NAME.to(execution::setVariable, point.title());
            BlockVariables.TIME_START.to(execution::setVariable, ActivityProperties.text(point.start()));
            BlockVariables.TIME_DUE.to(execution::setVariable, ActivityProperties.text(point.due()));
        }
    }
}

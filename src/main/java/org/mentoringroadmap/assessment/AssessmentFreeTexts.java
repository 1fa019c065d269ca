package org.mentoringroadmap.assessment;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** A school names its scales itself. */
@Component
class AssessmentFreeTexts implements FreeTexts {
    @Override
    public List<Column> columns() {
        return List.of(new Column("assessment_scale", "title", OF_PROGRAMME));
    }
}

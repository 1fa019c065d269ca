package org.mentoringroadmap.matching.run;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** What is typed about two people who are to be matched or not. */
@Component
class MatchingFreeTexts implements FreeTexts {
    @Override
    public List<Column> columns() {
        return List.of(new Column("matching_mark", "reason", OF_PROGRAMME));
    }
}

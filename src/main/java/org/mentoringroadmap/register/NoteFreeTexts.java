package org.mentoringroadmap.register;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** What the psychologists write; nobody sees it when a name is looked for in it. */
@Component
class NoteFreeTexts implements FreeTexts {
    private static final String OF_PARTICIPANT =
            "participant_id in (select id from participant where " + OF_PROGRAMME + ")";

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("psychologist_note", "topic", OF_PARTICIPANT),
                new Column("psychologist_note", "advice", OF_PARTICIPANT));
    }
}

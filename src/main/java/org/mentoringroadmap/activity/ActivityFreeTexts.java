package org.mentoringroadmap.activity;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** What is typed about the activities of a year. */
@Component
class ActivityFreeTexts implements FreeTexts {
    private static final String OF_STEP = "step_id in (select s.id from activity_step s join programme p"
            + " on p.id = s.programme_id where p.school_id = :school)";

    @Override
    public String toldAs() {
        return "person-data.mention.activities";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("activity_outcome", "document_number", OF_PROGRAMME),
                new Column("activity_outcome", "note", OF_PROGRAMME),
                new Column("activity_outcome", "link", OF_PROGRAMME),
                new Column("activity_correction", "reason", OF_PROGRAMME),
                new Column("activity_correction", "document_number", OF_PROGRAMME),
                new Column("activity_correction", "note", OF_PROGRAMME),
                new Column("activity_correction", "link", OF_PROGRAMME),
                new Column("activity_evidence", "name", OF_PROGRAMME),
                new Column("activity_evidence", "link", OF_PROGRAMME),
                new Column("activity_evidence", "note", OF_PROGRAMME),
                new Column("activity_event", "place", OF_PROGRAMME),
                new Column("activity_event", "agenda", OF_PROGRAMME),
                new Column("activity_event", "begins", OF_PROGRAMME),
                new Column("activity_event", "note", OF_PROGRAMME),
                new Column("activity_event", "decisions", OF_PROGRAMME),
                new Column("class_tick", "note", OF_PROGRAMME),
                new Column("activity_step", "document_number", OF_PROGRAMME),
                new Column("activity_step", "note", OF_PROGRAMME),
                new Column("activity_step", "link", OF_PROGRAMME),
                new Column("activity_fact", "text", OF_STEP),
                new Column("activity_term", "reason", OF_PROGRAMME));
    }
}

package org.mentoringroadmap.participant;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** What is typed about participants: one may be named in the text about another. */
@Component
class ParticipantFreeTexts implements FreeTexts {
    private static final String OF_PARTICIPANT =
            "participant_id in (select id from participant where " + OF_PROGRAMME + ")";

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("participant", "achievements", OF_PROGRAMME),
                new Column("participant", "difficulties", OF_PROGRAMME),
                new Column("participant", "result", OF_PROGRAMME),
                new Column("participant_status", "reason", OF_PARTICIPANT),
                new Column("participant_topic", "topic_key", OF_PARTICIPANT),
                new Column("participant_topic", "wording", OF_PARTICIPANT),
                new Column("held_details", "details", OF_PARTICIPANT));
    }
}

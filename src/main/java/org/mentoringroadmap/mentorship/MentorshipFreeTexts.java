package org.mentoringroadmap.mentorship;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** What is typed about pairs, groups, their meetings and the search for mentors. */
@Component
class MentorshipFreeTexts implements FreeTexts {
    private static final String OF_PAIR = "mentorship_id in (select id from mentorship where " + OF_PROGRAMME + ")";
    private static final String OF_SEARCH =
            "search_id in (select id from mentorship_search where " + OF_PROGRAMME + ")";

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("mentorship", "basis", OF_PROGRAMME),
                new Column("mentorship", "reason", OF_PROGRAMME),
                new Column("mentorship_meeting", "note", OF_PAIR),
                new Column("mentorship_search", "reason", OF_PROGRAMME),
                new Column("mentorship_proposal", "basis", OF_SEARCH),
                new Column("mentorship_proposal", "reason", OF_SEARCH));
    }
}

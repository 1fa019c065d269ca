package org.mentoringroadmap.programmebank;

import java.util.List;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.stereotype.Component;

/** What is typed into the cards of the bank. */
@Component
class CardFreeTexts implements FreeTexts {
    @Override
    public String toldAs() {
        return "person-data.mention.programmes";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                        "title",
                        "search_key",
                        "aim",
                        "tasks",
                        "mentors",
                        "mentees",
                        "period",
                        "place",
                        "results",
                        "activities")
                .stream()
                .map(name -> new Column("programme_card", name, OF_SCHOOL))
                .toList();
    }
}

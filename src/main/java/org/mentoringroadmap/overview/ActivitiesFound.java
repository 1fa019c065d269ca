package org.mentoringroadmap.overview;

import java.util.List;
import java.util.Locale;
import org.mentoringroadmap.search.Found;
import org.mentoringroadmap.search.SearchSource;
import org.springframework.stereotype.Component;

/** Activities of the roadmaps that run, by number, title or result. */
@Component
class ActivitiesFound implements SearchSource {
    private static final int MAX_YEARS = 10;

    private final Overview overview;

    ActivitiesFound(Overview overview) {
        this.overview = overview;
    }

    @Override
    public Kind kind() {
        return Kind.ACTIVITIES;
    }

    @Override
    public List<Found> find(String text, int limit) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return overview.running(MAX_YEARS).stream()
                .flatMap(year -> year.roadmap()
                        .activities()
                        .filter(activity -> activity.first() && activity.says(wanted))
                        .map(activity -> new Found(
                                activity.printedItem() + " " + activity.title(),
                                year.roadmap().title() + ", "
                                        + year.programme().schoolYear().text(),
                                "/programmes/" + year.programme().id() + "/activities/" + activity.item())))
                .limit(limit)
                .toList();
    }
}

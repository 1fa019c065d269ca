package org.mentoringroadmap.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.EnteredText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks for a word through all that the acting account may see. */
@Service
@Transactional
public class Search {
    /** How many of a kind are shown. */
    public static final int LIMIT = 10;

    /** A shorter word would find half of everything. */
    public static final int SHORTEST = 2;

    private final List<SearchSource> sources;
    private final AuditTrail trail;

    Search(List<SearchSource> sources, AuditTrail trail) {
        this.sources = sources.stream()
                .sorted(Comparator.comparing(SearchSource::kind))
                .toList();
        this.trail = trail;
    }

    /**
     * What was found, by kind; a kind of which nothing was found is left out, and nothing at all is found by less than {@link
     * #SHORTEST} characters. That people were found is recorded.
     */
    public Map<SearchSource.Kind, List<Found>> find(String text) {
        String wanted = EnteredText.clean(text);
        Map<SearchSource.Kind, List<Found>> found = new LinkedHashMap<>();
        if (wanted == null || wanted.length() < SHORTEST) {
            return found;
        }
        for (SearchSource source : sources) {
            List<Found> some = source.find(wanted, LIMIT);
            if (!some.isEmpty()) {
                found.put(source.kind(), some);
            }
        }
        int people = Stream.of(SearchSource.Kind.PEOPLE, SearchSource.Kind.PAIRS, SearchSource.Kind.SEARCHES)
                .mapToInt(kind -> found.getOrDefault(kind, List.of()).size())
                .sum();
        if (people > 0) {
            trail.record(AuditEvent.of(AuditAct.PEOPLE_SEARCHED).count(people));
        }
        return found;
    }
}

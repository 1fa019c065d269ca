package org.mentoringroadmap.document.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.Programme;

/**
 * Of which programmes documents are listed: of a school year, or of one programme where a year has several.
 *
 * @param value what the form sends: a school year or the id of a programme; empty for all
 * @param chosen ids; null for all
 * @param years school years that have programmes, the newest first
 * @param together programmes of the years that have several, by the year
 */
record ProgrammeChoice(String value, Set<Long> chosen, List<String> years, Map<String, List<Programme>> together) {
    static ProgrammeChoice of(String value, Collection<Programme> seen) {
        Map<String, List<Programme>> byYear = new TreeMap<>(Comparator.reverseOrder());
        byYear.putAll(seen.stream()
                .collect(Collectors.groupingBy(
                        programme -> programme.schoolYear().text())));
        List<String> years = List.copyOf(byYear.keySet());
        Set<Long> ids = seen.stream()
                .filter(programme -> programme.id().toString().equals(value)
                        || programme.schoolYear().text().equals(value))
                .map(Programme::id)
                .collect(Collectors.toSet());
        byYear.values().removeIf(same -> same.size() < 2);
        return ids.isEmpty()
                ? new ProgrammeChoice("", null, years, byYear)
                : new ProgrammeChoice(value, ids, years, byYear);
    }
}

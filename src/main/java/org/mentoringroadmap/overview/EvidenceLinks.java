package org.mentoringroadmap.overview;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.Evidence;
import org.mentoringroadmap.activity.EvidenceEntry;
import org.springframework.stereotype.Component;

/** What shows the results of a programme's activities, wherever it is kept. */
@Component
class EvidenceLinks {
    private final Evidence evidence;

    EvidenceLinks(Evidence evidence) {
        this.evidence = evidence;
    }

    /** By item, the oldest first. */
    Map<String, List<EvidenceLink>> of(Long programmeId) {
        return evidence.of(programmeId).stream()
                .collect(Collectors.groupingBy(
                        EvidenceEntry::roadmapItem, Collectors.mapping(EvidenceLinks::link, Collectors.toList())));
    }

    private static EvidenceLink link(EvidenceEntry entry) {
        return switch (entry.kind()) {
            case FILE ->
                new EvidenceLink(
                        entry.picture() ? "photo" : "file", entry.name().orElse(""), "/evidence/" + entry.id());
            case LINK ->
                new EvidenceLink("link", entry.link().orElse(""), entry.link().orElse(null));
            case NOTE -> new EvidenceLink("note", entry.note().orElse(""), null);
        };
    }
}

package org.mentoringroadmap.overview;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.activity.evidence.EvidenceEntry;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.Documents;
import org.springframework.stereotype.Component;

/** What shows the results of a programme's activities, wherever it is kept: registered documents, files, links, notes. */
@Component
class EvidenceLinks {
    private record Entry(String item, EvidenceLink link) {}

    private final Evidence evidence;
    private final Documents documents;

    EvidenceLinks(Evidence evidence, Documents documents) {
        this.evidence = evidence;
        this.documents = documents;
    }

    /** By item: documents first, then the link of the record, then what was added, the oldest first. */
    Map<String, List<EvidenceLink>> of(Long programmeId, List<ActivityRecord> records) {
        return Stream.of(
                        documents.ofProgramme(programmeId).stream()
                                .filter(document -> document.registration().isPresent())
                                .flatMap(EvidenceLinks::entry),
                        records.stream().flatMap(EvidenceLinks::entry),
                        evidence.of(programmeId).stream().map(added -> new Entry(added.roadmapItem(), link(added))))
                .flatMap(entries -> entries)
                .collect(Collectors.groupingBy(Entry::item, Collectors.mapping(Entry::link, Collectors.toList())));
    }

    private static Stream<Entry> entry(Document document) {
        return document.roadmapItem().stream()
                .map(item -> new Entry(
                        item,
                        new EvidenceLink(
                                "document",
                                document.title() + " № " + document.number(),
                                "/documents/" + document.id())));
    }

    private static Stream<Entry> entry(ActivityRecord activity) {
        return activity.link().stream()
                .map(link -> new Entry(activity.roadmapItem(), new EvidenceLink("link", link, link)));
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

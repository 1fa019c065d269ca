package org.mentoringroadmap.overview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.activity.event.Event;
import org.mentoringroadmap.activity.event.Events;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.activity.evidence.EvidenceEntry;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.Documents;
import org.springframework.stereotype.Component;

/** What shows the results of a programme's activities, wherever it is kept: registered documents, files, links, notes. */
@Component
class EvidenceLinks {
    private record Entry(String activity, EvidenceLink link) {}

    private final Evidence evidence;
    private final Documents documents;
    private final ActivityOutcomes outcomes;
    private final Steps steps;
    private final Events events;
    private final ClassChecklists classes;

    EvidenceLinks(
            Evidence evidence,
            Documents documents,
            ActivityOutcomes outcomes,
            Steps steps,
            Events events,
            ClassChecklists classes) {
        this.evidence = evidence;
        this.documents = documents;
        this.outcomes = outcomes;
        this.steps = steps;
        this.events = events;
        this.classes = classes;
    }

    /** Keys of the activities about which anything was recorded, whoever may read it. */
    Set<String> recorded(Long programmeId) {
        return Stream.of(
                        outcomes.of(programmeId).stream().map(ActivityRecord::activityKey),
                        evidence.items(programmeId).stream(),
                        documents.activities(programmeId).stream(),
                        steps.of(programmeId).stream().map(StepRecord::activityKey),
                        classes.answered(programmeId).stream(),
                        events.of(programmeId).stream().map(Event::activityKey))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    /** By the key of the activity: documents first, then the link of the record, then what was added, the oldest first. */
    Map<String, List<EvidenceLink>> of(Long programmeId, List<ActivityRecord> records) {
        return Stream.of(
                        documents.ofProgramme(programmeId).stream()
                                .filter(document -> document.registration().isPresent())
                                .flatMap(EvidenceLinks::entry),
                        records.stream().flatMap(EvidenceLinks::entry),
                        evidence.of(programmeId).stream().map(added -> new Entry(added.activityKey(), link(added))))
                .flatMap(entries -> entries)
                .collect(Collectors.groupingBy(Entry::activity, Collectors.mapping(Entry::link, Collectors.toList())));
    }

    private static Stream<Entry> entry(Document document) {
        return document.activityKey().stream()
                .map(activity -> new Entry(
                        activity,
                        new EvidenceLink(
                                "document",
                                document.title() + " № " + document.number(),
                                "/documents/" + document.id())));
    }

    private static Stream<Entry> entry(ActivityRecord activity) {
        return activity.link().stream()
                .map(link -> new Entry(activity.activityKey(), new EvidenceLink("link", link, link)));
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

package org.mentoringroadmap.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.activity.event.Event;
import org.mentoringroadmap.activity.event.Events;
import org.mentoringroadmap.activity.evidence.ActivityPapers;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.activity.evidence.EvidenceEntry;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.school.PaperReading;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers «Папка проверяющего». The number of queries does not grow with the number of items. */
@Service
@Transactional(readOnly = true)
public class InspectionFolders implements PageAccess {
    /** The block whose proof are the ticks of the classes. */
    private static final String CHECKLIST = "class-checklist";

    private final Overview overview;
    private final Documents documents;
    private final Evidence evidence;
    private final Events events;
    private final Steps steps;
    private final ActivityPapers papers;
    private final PaperReading reading;
    private final Clock clock;

    InspectionFolders(
            Overview overview,
            Documents documents,
            Evidence evidence,
            Events events,
            Steps steps,
            ActivityPapers papers,
            PaperReading reading,
            Clock clock) {
        this.overview = overview;
        this.documents = documents;
        this.evidence = evidence;
        this.events = events;
        this.steps = steps;
        this.papers = papers;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of(
                "/programmes/{id}/folder", reading::keepsPapers,
                "/programmes/{id}/folder.zip", reading::keepsPapers);
    }

    /**
     * The folder of a programme for who keeps the papers of its school: all gaps, and the proofs that the acting account
     * may read.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public InspectionFolder get(Long programmeId) {
        ProgrammeTable table = overview.table(programmeId);
        reading.requireKeeper();
        Set<String> proved = new HashSet<>(documents.itemsWithRegistered(programmeId));
        proved.addAll(evidence.items(programmeId));
        ActivityPapers.Readable readable = papers.of(table.programme());
        Map<String, List<Document>> papers = documents.ofProgramme(programmeId).stream()
                .filter(document -> document.activityKey().isPresent())
                .filter(document -> document.status() != DocumentStatus.CANCELLED)
                .collect(
                        Collectors.groupingBy(document -> document.activityKey().orElseThrow()));
        Map<String, List<EvidenceEntry>> added =
                evidence.of(programmeId).stream().collect(Collectors.groupingBy(EvidenceEntry::activityKey));
        Map<String, List<StepRecord>> recorded =
                steps.of(programmeId).stream().collect(Collectors.groupingBy(StepRecord::activityKey));
        Map<String, List<Event>> held = events.of(programmeId).stream()
                .filter(event -> event.heldOn().isPresent())
                .collect(Collectors.groupingBy(Event::activityKey));
        LocalDate today = LocalDate.now(clock);
        Stream<FolderRow> rows = table.stages().stream()
                .map(StageProgress::stage)
                .flatMap(stage -> table.of(stage).stream().map(row -> {
                    String key = row.activity().key();
                    FolderRow found = new FolderRow(
                            stage,
                            row,
                            papers.getOrDefault(key, List.of()),
                            added.getOrDefault(key, List.of()),
                            held.getOrDefault(key, List.of()),
                            recorded.getOrDefault(key, List.of()),
                            readable.words(key),
                            FolderRow.Gap.NONE);
                    return found.with(gap(found, proved.contains(key), today));
                }));
        return new InspectionFolder(table.programme(), table.roadmap(), rows.toList());
    }

    private static FolderRow.Gap gap(FolderRow row, boolean hasPapers, LocalDate today) {
        ActivityProgress progress = row.progress();
        if (progress.removed()) {
            return FolderRow.Gap.NONE;
        }
        if (progress.outcome() == null) {
            boolean missing = progress.state() == ProgressState.CLOSED
                    || progress.due() != null && progress.due().isBefore(today);
            return missing ? FolderRow.Gap.NO_OUTCOME : FolderRow.Gap.AHEAD;
        }
        boolean proved = progress.outcome().outcome() != Outcome.DONE
                || !row.events().isEmpty()
                || CHECKLIST.equals(progress.activity().calledElement())
                || progress.outcome().number().isPresent()
                || progress.outcome().link().isPresent()
                || hasPapers
                || row.steps().stream()
                        .anyMatch(step ->
                                !step.figures().isEmpty() || !step.texts().isEmpty());
        return proved ? FolderRow.Gap.NONE : FolderRow.Gap.NO_PROOF;
    }
}

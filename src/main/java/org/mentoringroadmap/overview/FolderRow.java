package org.mentoringroadmap.overview;

import java.util.List;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.event.Event;
import org.mentoringroadmap.activity.evidence.EvidenceEntry;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.roadmap.Stage;

/**
 * One item of the roadmap as an inspector asks for it: how it ended and what proves it.
 *
 * @param stage its stage
 * @param progress the row of the year page
 * @param documents the documents of the item that were not cancelled and that the acting account may read
 * @param evidence files, photos, links and notes that it may read
 * @param events meetings and councils that took place
 * @param steps what was recorded in its steps, with figures
 * @param readable whether the acting account may read what was written down in words
 * @param gap what is missing, whoever reads
 */
public record FolderRow(
        Stage stage,
        ActivityProgress progress,
        List<Document> documents,
        List<EvidenceEntry> evidence,
        List<Event> events,
        List<StepRecord> steps,
        boolean readable,
        Gap gap) {
    /** What is missing. */
    public enum Gap {
        /** Nothing: it ended, and something proves it. */
        NONE,
        /** Its term lies ahead, so nothing can be missing yet. */
        AHEAD,
        /** Its term has passed, and nobody has said how it ended. */
        NO_OUTCOME,
        /** It is said to be done, but neither number, document, link, file nor figures prove it. */
        NO_PROOF;

        /** Whether an inspector would ask about it. */
        public boolean open() {
            return this == NO_OUTCOME || this == NO_PROOF;
        }
    }

    public FolderRow {
        documents = List.copyOf(documents);
        evidence = List.copyOf(evidence);
        events = List.copyOf(events);
        steps = List.copyOf(steps);
    }

    /** Whether anything can be shown for it. */
    public boolean hasProof() {
        return !documents.isEmpty()
                || !evidence.isEmpty()
                || !events.isEmpty()
                || !steps.isEmpty()
                || progress.outcome() != null && progress.outcome().link().isPresent();
    }

    FolderRow with(Gap found) {
        return new FolderRow(stage, progress, documents, evidence, events, steps, readable, found);
    }
}

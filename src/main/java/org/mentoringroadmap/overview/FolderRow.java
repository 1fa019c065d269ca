package org.mentoringroadmap.overview;

import java.util.List;
import org.mentoringroadmap.activity.EvidenceEntry;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.roadmap.Stage;

/**
 * One item of the roadmap as an inspector asks for it: how it ended and what proves it.
 *
 * @param stage its stage
 * @param progress the row of the year page
 * @param documents the documents of the item that were not cancelled
 * @param evidence files, photos, links and notes
 * @param steps what was recorded in its steps, with figures
 * @param gap what is missing
 */
public record FolderRow(
        Stage stage,
        ActivityProgress progress,
        List<Document> documents,
        List<EvidenceEntry> evidence,
        List<StepRecord> steps,
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
        steps = List.copyOf(steps);
    }

    FolderRow with(Gap found) {
        return new FolderRow(stage, progress, documents, evidence, steps, found);
    }
}

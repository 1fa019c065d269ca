package org.mentoringroadmap.overview;

import java.util.List;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.Roadmap;

/**
 * «Папка проверяющего»: every item of a programme's roadmap with its outcome, its proof, or the gap.
 *
 * @param programme the programme
 * @param roadmap its roadmap
 * @param rows in the order of the roadmap
 */
public record InspectionFolder(Programme programme, Roadmap roadmap, List<FolderRow> rows) {
    public InspectionFolder {
        rows = List.copyOf(rows);
    }

    /** How many items have ended. */
    public long ended() {
        return rows.stream().filter(row -> row.progress().outcome() != null).count();
    }

    /** Why most terms were moved, to be said once; null where no reason is shared. */
    public String commonReason() {
        return ActivityProgress.commonReason(rows.stream().map(FolderRow::progress))
                .orElse(null);
    }

    /** How many items an inspector would ask about. */
    public long gaps() {
        return rows.stream().filter(row -> row.gap().open()).count();
    }
}

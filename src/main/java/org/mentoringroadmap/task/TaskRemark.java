package org.mentoringroadmap.task;

import java.time.LocalDate;
import java.util.Optional;
import org.mentoringroadmap.shared.Guarded;

/** Implemented by a feature whose tasks come back with a remark: it stands above the form, where the work is done again. */
public interface TaskRemark {
    /**
     * Why a task has come back.
     *
     * @param day when that was said
     * @param text what was said, as it was typed
     * @param untouched whether nothing has been mended since
     */
    record Remark(LocalDate day, String text, boolean untouched) {}

    /** The remark with which a task has come back; empty where it has not, and where the acting account may not read it. */
    @Guarded
    Optional<Remark> of(OpenTask task);
}

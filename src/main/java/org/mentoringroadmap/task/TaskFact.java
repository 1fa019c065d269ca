package org.mentoringroadmap.task;

import java.util.Map;
import org.mentoringroadmap.shared.Guarded;

/** Implemented by a feature whose forms ask one reader for what they do not ask another. */
public interface TaskFact {
    /** Values by the names that conditions of forms know, true for the acting account. */
    @Guarded
    Map<String, Object> ofReader();
}

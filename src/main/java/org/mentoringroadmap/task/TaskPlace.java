package org.mentoringroadmap.task;

import java.util.Optional;
import org.mentoringroadmap.shared.Guarded;

/** Implemented by a feature that has a page on which a task is better done than by the form that the engine has for it. */
public interface TaskPlace {
    /** Path of the page on which the acting account does the task; empty where the feature has none for it. */
    @Guarded
    Optional<String> of(OpenTask task);
}

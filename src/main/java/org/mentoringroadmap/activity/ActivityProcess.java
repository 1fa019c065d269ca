package org.mentoringroadmap.activity;

import java.util.Optional;
import org.mentoringroadmap.task.OpenTask;

/** What the application asks the process of an activity. */
public interface ActivityProcess {
    /**
     * Item of the roadmap that a task of the acting account belongs to: handed in to its block, or written on the task
     * itself where it stands in a stage.
     */
    Optional<String> itemOf(OpenTask task);
}

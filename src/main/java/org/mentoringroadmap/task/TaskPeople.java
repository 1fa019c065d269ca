package org.mentoringroadmap.task;

import java.util.Collection;
import java.util.Map;
import org.mentoringroadmap.shared.Guarded;

/**
 * Implemented by a feature whose tasks are each about somebody. The title of a task names nobody, since the engine keeps it;
 * a page says beside it who is meant, to whom that may be told.
 */
public interface TaskPeople {
    /**
     * Whom these tasks are about, in short words, by the id of the task; without those that are about nobody and those whose
     * people the acting account does not see. The number of statements does not grow with the tasks.
     */
    @Guarded
    Map<String, String> of(Collection<OpenTask> tasks);
}

package org.mentoringroadmap.matching;

import java.util.Set;
import org.mentoringroadmap.programme.MentoringForm;

/**
 * Whom a run is for: several curators can have their own forms or classes.
 *
 * @param forms forms of mentoring; empty for all
 * @param classIds classes of the mentees; empty for all, also for mentees who are in no class
 * @param preferences whether what both sides said after the group meeting is weighed
 */
public record RunRequest(Set<MentoringForm> forms, Set<Long> classIds, boolean preferences) {
    /** Everybody of the programme, by questionnaires alone. */
    public static final RunRequest EVERYBODY = new RunRequest(Set.of(), Set.of(), false);

    /** Keeps its own copies. */
    public RunRequest {
        forms = forms == null ? Set.of() : Set.copyOf(forms);
        classIds = classIds == null ? Set.of() : Set.copyOf(classIds);
    }

    /** Whether it is for the whole programme. */
    public boolean isForAll() {
        return forms.isEmpty() && classIds.isEmpty();
    }
}

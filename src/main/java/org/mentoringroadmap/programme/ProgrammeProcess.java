package org.mentoringroadmap.programme;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.shared.ConflictException;

/** What the application tells the process of a programme. */
public interface ProgrammeProcess {
    /**
     * Starts a roadmap; from then on its activities reach the people.
     *
     * @param roadmap id of the master process
     * @param schoolId a school of the acting account
     * @param schoolYear text such as {@code 2025-2026}
     * @return the programme's id
     * @throws ConflictException {@code programme.exists}
     */
    Long start(String roadmap, String schoolId, String schoolYear);

    /** Ids of the processes that a programme has begun so far, whether they have ended or not. */
    Set<String> begun(Long programmeId);

    /** Master processes that can be started: id and title. */
    Map<String, String> roadmaps();

    /** Titles of all processes and decisions as they are in force, by id. */
    Map<String, String> titles();
}

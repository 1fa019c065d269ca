package org.mentoringroadmap.overview;

import java.util.Collection;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;

/** Asks the processes how far they are; the caller has checked that the person may see the programme. */
public interface ProcessProgressReader {
    /** How far the process of a programme has come on its roadmap. */
    ProcessProgress of(Long programmeId, Roadmap roadmap);

    /**
     * Whether steps of the processes of these schools are just being made: who has done a task waits a moment for what
     * comes next.
     */
    boolean isMoving(Collection<String> schoolIds);

    /** Whether a technical failure has stopped an activity, or one of its steps: an administrator has to look at it. */
    boolean isStopped(Long programmeId, RoadmapActivity activity);

    /** How many technical failures wait for an administrator, in all programmes. */
    long incidents();
}

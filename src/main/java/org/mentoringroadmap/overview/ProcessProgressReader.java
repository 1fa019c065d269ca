package org.mentoringroadmap.overview;

import org.mentoringroadmap.roadmap.Roadmap;

/** Asks the processes how far they are; the caller has checked that the person may see the programme. */
public interface ProcessProgressReader {
    /** How far the process of a programme has come on its roadmap. */
    ProcessProgress of(Long programmeId, Roadmap roadmap);

    /** How many technical failures wait for an administrator, in all programmes. */
    long incidents();
}

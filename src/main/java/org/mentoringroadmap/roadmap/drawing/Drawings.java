package org.mentoringroadmap.roadmap.drawing;

import org.mentoringroadmap.roadmap.Edition;
import org.mentoringroadmap.shared.NotFoundException;

/** The deployed models as pictures, whoever asks: they name no person and no school. */
public interface Drawings {
    /**
     * The drawing of a process as an edition has it.
     *
     * @throws NotFoundException {@code drawing.unknown} when the edition has no such process
     */
    Drawing of(String process, Edition edition);

    /**
     * The drawing of the newest deployed version of a process.
     *
     * @throws NotFoundException {@code drawing.unknown} when no such process is deployed
     */
    Drawing newest(String process);
}

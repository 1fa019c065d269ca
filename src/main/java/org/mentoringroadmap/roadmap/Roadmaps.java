package org.mentoringroadmap.roadmap;

import org.mentoringroadmap.shared.NotFoundException;

/** The roadmaps as they are deployed now, whoever asks: they name no person and no school. */
public interface Roadmaps {
    /**
     * The roadmap of the newest deployed models; what somebody deploys shows at once.
     *
     * @param masterKey process id of the master, such as {@code target-model}
     * @throws NotFoundException {@code roadmap.unknown} when no such process is deployed
     */
    Roadmap get(String masterKey);
}

package org.mentoringroadmap.roadmap;

import java.util.Optional;
import org.mentoringroadmap.shared.NotFoundException;

/** The deployed roadmaps, whoever asks: they name no person and no school. */
public interface Roadmaps {
    /**
     * The roadmap as an edition has it.
     *
     * @param masterKey process id of the master, such as {@code target-model}
     * @throws NotFoundException {@code roadmap.unknown} when the edition has no such process
     */
    Roadmap get(String masterKey, Edition edition);

    /**
     * The newest deployed models of a roadmap: its master, what it calls, what these call, the processes that wait for a
     * message of ours, and all decisions. Empty where no such master is deployed.
     *
     * @param masterKey process id of the master, such as {@code target-model}
     */
    Edition newest(String masterKey);

    /**
     * The roadmap of the newest deployed models; what somebody deploys shows at once.
     *
     * @throws NotFoundException {@code roadmap.unknown} when no such process is deployed
     */
    default Roadmap newestRoadmap(String masterKey) {
        return get(masterKey, newest(masterKey));
    }

    /** The roadmap of the newest deployed models; empty where there is none, or where it cannot be read. */
    default Optional<Roadmap> newestIfAny(String masterKey) {
        return getIfAny(masterKey, newest(masterKey));
    }

    /** The roadmap as an edition has it; empty where its models are not deployed, or cannot be read. */
    default Optional<Roadmap> getIfAny(String masterKey, Edition edition) {
        try {
            return Optional.of(get(masterKey, edition));
        } catch (NotFoundException | InvalidTermException e) {
            return Optional.empty();
        }
    }
}

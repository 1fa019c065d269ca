package org.mentoringroadmap.roadmap;

import java.util.Collection;
import java.util.List;
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

    /**
     * An element that hands a value in to the process that it calls.
     *
     * @param model name of its process, or its id where it has no name
     * @param item number of the element in its roadmap; null where it has none
     * @param element name of the element, or its id where it has no name
     */
    record HandedIn(String model, String item, String element) {}

    /**
     * The elements of the newest deployed models, and of some others, that hand this very text in, or say it as a parameter of
     * the block that they call, in the order of the models' names.
     *
     * @param target variable of the called process, or its parameter, such as {@code documentType}
     * @param others definitions of processes that are looked at too; those that are not deployed any more are passed over
     */
    List<HandedIn> handedIn(String target, String value, Collection<String> others);

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

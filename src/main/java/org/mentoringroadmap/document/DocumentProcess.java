package org.mentoringroadmap.document;

import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.shared.ConflictException;

/** What the application tells the process that carries a document. */
public interface DocumentProcess {
    /** The task with which the director decides; empty while the process has not got there or has passed it. */
    Optional<String> decisionTask(String instanceId);

    /**
     * The approval is taken back: the process stands before the director's decision again.
     *
     * @return whether it could go back now; false where it does not wait for the number
     */
    boolean backToDecision(String instanceId);

    /**
     * The document has been signed on paper, number and date are stored: the process goes on behind the signature.
     *
     * @return whether the process could go on now; false while it is on its way between two tasks
     */
    boolean signedOnPaper(String instanceId, String number, String date);

    /** Which of these processes a technical failure has stopped: an administrator has to look at them. Asked at once. */
    Set<String> stopped(Set<String> instanceIds);

    /** Whether a technical failure has stopped the process of a document. */
    default boolean isStopped(Document document) {
        return document.instanceId()
                .filter(instance -> !stopped(Set.of(instance)).isEmpty())
                .isPresent();
    }

    /** Why a document cannot go on just now though its state allows it: it is on its way there, or a failure has stopped it. */
    default ConflictException hindrance(Document document) {
        return isStopped(document)
                ? new ConflictException("document.stopped", document.title())
                : new ConflictException("document.moving");
    }
}

package org.mentoringroadmap.document.amendment;

import org.mentoringroadmap.programme.Programme;

/** The process that carries an amending order from its draft to its signature. */
public interface OrderAmendmentProcess {
    /** Begins it. */
    void start(Programme programme);

    /** Whether one has begun and has not made its document yet. */
    boolean isStarting(Long programmeId);
}

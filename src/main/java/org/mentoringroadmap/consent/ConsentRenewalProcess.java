package org.mentoringroadmap.consent;

import org.mentoringroadmap.programme.Programme;

/** What the application tells the process that has consents signed anew. */
public interface ConsentRenewalProcess {
    /** Whether the curator of a programme has the task already. */
    boolean isOpen(Long programmeId);

    /** Gives the curator the task. */
    void start(Programme programme);

    /** Nobody is missing any more: the task, where there is one, is done. */
    void finish(Long programmeId);
}

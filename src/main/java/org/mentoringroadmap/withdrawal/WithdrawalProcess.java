package org.mentoringroadmap.withdrawal;

import org.mentoringroadmap.programme.Programme;

/** What the application tells the process that looks after a withdrawn consent. Nothing is lost where none waits. */
public interface WithdrawalProcess {
    /** Begins it; its start marks the withdrawal as looked after. */
    void start(Programme programme, Long consentId);

    /** The person stands in no open pair any more: the task to end the pair, where there is one, is done. */
    void pairsEnded(Long consentId);
}

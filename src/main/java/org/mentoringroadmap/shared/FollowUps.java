package org.mentoringroadmap.shared;

/**
 * Asks for what follows from an act. The request is part of the act's transaction: it is there when the act is, and
 * survives the end of the process. The work begins within seconds of the commit and sees the act; requests for one kind of
 * work in one programme that come before it begins are answered by one piece of work. Nobody who asks waits for it.
 */
public interface FollowUps {
    /**
     * Asks for a kind of work in a programme.
     *
     * @param kind name of the work, {@link FollowUp#kind()}
     * @throws org.springframework.transaction.IllegalTransactionStateException without a running transaction
     */
    void request(String kind, Long programmeId);
}
